import Data.List (intercalate)

-- | All primes, as a list without an end.
primes :: [Int]
primes = sieve [2 ..]
  where
    sieve (p : ns) = p : sieve [n | n <- ns, n `mod` p /= 0]
    sieve [] = []

main :: IO ()
main = do
  putStrLn "Hello, World!"
  putStrLn $ intercalate ", " $ map show $ take 10 primes
