main :: IO ()
main = readFile "test.txt" >>= putStr
