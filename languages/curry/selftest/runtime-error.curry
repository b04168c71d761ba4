main :: IO ()
main = do
  putStrLn "before"
  error "on purpose"
