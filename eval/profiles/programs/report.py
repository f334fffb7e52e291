"""A report over readings, in plain Python functions."""
import sys
import time

readings = [(i * 7919) % 1009 for i in range(300)]
text = " ".join("word%d" % (r % 97) for r in readings)


def checksum(data):
    a, b = 1, 0
    for c in data:
        a = (a + ord(c)) % 65521
        b = (b + a) % 65521
    return b


def insertion(values):
    out = list(values[:60])
    for i in range(1, len(out)):
        v, k = out[i], i
        while k > 0 and out[k - 1] > v:
            out[k] = out[k - 1]
            k -= 1
        out[k] = v
    return out[0]


def words(data):
    counts = {}
    word = ""
    for c in data:
        if c == " ":
            counts[word] = counts.get(word, 0) + 1
            word = ""
        else:
            word += c
    return len(counts)


def sieve(n):
    prime = [True] * n
    for i in range(2, n):
        if prime[i]:
            for k in range(i * i, n, i):
                prime[k] = False
    return sum(prime)


def average(values, width):
    total = 0
    for i in range(len(values) - width):
        s = 0
        for k in range(i, i + width):
            s += values[k]
        total += s
    return total


def escape(data):
    out = []
    for c in data:
        out.append("&nbsp;" if c == " " else c)
    return len("".join(out))


def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        last, row[0] = row[0], i + 1
        for k, y in enumerate(b):
            last, row[k + 1] = row[k + 1], min(row[k] + 1, row[k + 1] + 1, last + (x != y))
    return row[-1]


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def job(i):
    total = checksum(text)
    total += insertion(readings)
    total += words(text)
    total += sieve(2500)
    total += average(readings, 12)
    total += escape(text) # doubled
    total += edit(text[:40], text[30:60])
    for n in range(27, 45):
        total += collatz(n)
    return total


times = int(sys.argv[1])
start = time.perf_counter_ns()
for i in range(times):
    job(i)
print((time.perf_counter_ns() - start) / times)
