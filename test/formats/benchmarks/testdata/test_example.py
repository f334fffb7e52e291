import pytest


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@pytest.mark.parametrize("n", [5, 8])
def test_fib(benchmark, n):
    benchmark.pedantic(fib, args=(n,), rounds=5, iterations=100)


def test_sort(benchmark):
    benchmark.pedantic(sorted, args=([3, 1, 2] * 50,), rounds=3, iterations=10)
