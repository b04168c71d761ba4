import System.IO (hFlush, stdout)

main :: IO ()
main = do
  putStr "Name? "
  hFlush stdout
  name <- getLine
  putStrLn ("Hello, " ++ name)
