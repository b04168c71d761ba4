def fibonacci(n):
    """The first n Fibonacci numbers."""
    a, b = 0, 1
    for _ in range(n):
        yield a
        a, b = b, a + b


print("Hello, World!")
print(*fibonacci(10), sep=", ")
