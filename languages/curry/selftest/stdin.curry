import System.IO (hGetContents, stdin)

number :: String -> Int
number = foldl (\n c -> 10 * n + ord c - ord '0') 0

main :: IO ()
main = do
  input <- hGetContents stdin
  let (first, rest) = break (== '\n') input
  print (foldr (+) 0 (map number (words first)))
  putStr (drop 1 rest)
