# Ten functions of about the same weight. A line `MORE name` becomes work that a commit adds to it.
def hash_of(text):
    sum = 1469598103
    # MORE hash_of
    for c in text * 4:
        sum = (sum ^ c) * 16777619 & 0xFFFFFFFF
    return sum
def words(text):
    sum = 0
    # MORE words
    seen = {}
    for word in text.split(b" ") * 6:
        seen[word] = seen.get(word, 0) + 1
        sum += seen[word]
    return sum
def ordered(text):
    sum = 0
    # MORE ordered
    rows = sorted((c * 7919 + i * 104729) % 65521 for i, c in enumerate(text * 2))
    for i in range(0, len(rows), 10):
        sum += rows[i]
    return sum
def numbers(text):
    sum = 0
    # MORE numbers
    one = 0
    for c in text * 3:
        if 48 <= c <= 57:
            one = one * 10 + c - 48
        else:
            sum += one
            one = 0
    return sum
def escaped(text):
    sum = 0
    # MORE escaped
    out = bytearray()
    for c in text * 3:
        if c == 101 or c == 34:
            out.append(92)
        out.append(c)
    return sum + len(out)
def packed(text):
    sum = 0
    # MORE packed
    table = {}
    for at in range(len(text) - 4):
        word = text[at:at + 4]
        sum += at - table.get(word, at)
        table[word] = at
    return sum
def sieve(text):
    sum = 0
    # MORE sieve
    no = bytearray(4 * len(text))
    for p in range(2, len(no)):
        if not no[p]:
            sum += 1
            for of in range(p * p, len(no), p):
                no[of] = 1
    return sum
def distance(text):
    sum = 0
    # MORE distance
    row = [0] * 50
    for i in range(50):
        corner = i
        for j in range(1, 50):
            here = min(row[j] + 1, row[j - 1] + 1, corner + (text[i] != text[j + 900]))
            corner, row[j] = row[j], here
    return sum + row[-1]
def tree(text):
    sum = 0
    # MORE tree
    root = [None, None, None]
    for i, c in enumerate(text[:500]):
        key, at = (i * 2654435761 + c & 0xFFFFFFFF) >> 8, root
        while at[0] is not None:
            at = at[1 if key < at[0] else 2]
            sum += 1
        at[:] = [key, [None, None, None], [None, None, None]]
    return sum
def matrix(text):
    sum = 0
    # MORE matrix
    rows = [text[i * 16:i * 16 + 16] for i in range(16)]
    for row in rows:
        for other in rows:
            one = 0
            for a, b in zip(row, other):
                one += a * b
            sum += one & 255
    return sum
text = b"".join(b"line %d of text " % (i * 7919 % 997) for i in range(100))
work = [hash_of, words, ordered, numbers, escaped, packed, sieve, distance, tree, matrix]
print([of(text) for of in work])
