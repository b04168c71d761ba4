def primes(limit):
    """The primes below limit, by the sieve of Eratosthenes."""
    sieve = [True] * limit
    for n in range(2, limit):
        if sieve[n]:
            yield n
            sieve[n * n :: n] = [False] * len(range(n * n, limit, n))


print("Hello, World!")
print(*primes(50))
