(import ./second)
(second/greet)
