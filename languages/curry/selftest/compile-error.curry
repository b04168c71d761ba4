main :: IO ()
main = do
  let unused = 1
  putStrLn undeclared -- WRONG
