main :: IO ()
main = do
  first <- getLine
  print $ sum $ map (read :: String -> Int) $ words first
  interact id
