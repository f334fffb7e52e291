def area(n):
    total = 0
    for i in range(300):
        total += (i * n) % 7
    return total
