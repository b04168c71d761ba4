'Hello, World!'
⍝ The primes up to 50: numbers with exactly two divisors.
(2=+⌿0=N∘.|N)/N←⍳50
