import words

TEXT = " ".join(f"word{n % 97}" for n in range(2000))


def test_count(benchmark):
    assert benchmark(words.count, TEXT)["word0"] == 21


def test_longest(benchmark):
    assert benchmark(words.longest, TEXT) == "word10"
