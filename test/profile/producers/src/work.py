"""A program for profilers to look at: two functions, one three times as heavy."""
import sys
import time


def heavy(n):
    return sum(i * i % 7 for i in range(n))


class Cart:
    def light(self, n):
        return sum(i % 3 for i in range(n))


def serve(until):
    total = 0
    while time.time() < until:
        total += heavy(30_000) + Cart().light(10_000)
    return total


if __name__ == "__main__":
    serve(time.time() + float(sys.argv[1]))
