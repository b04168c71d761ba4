-- The last element is the one that something, put before it, makes the whole list.
lastOf :: Data a => [a] -> a
lastOf xs | before ++ [x] =:= xs = x
  where before, x free

-- Some permutation of a list: Curry tries them all.
permutation :: [a] -> [a]
permutation []     = []
permutation (x:xs) = insert x (permutation xs)

insert :: a -> [a] -> [a]
insert x ys     = x : ys
insert x (y:ys) = y : insert x ys

main :: IO ()
main = do
  putStrLn "Hello, World!"
  putStrLn ("The last of 1 to 5 is " ++ show (lastOf [1 .. 5 :: Int]))
