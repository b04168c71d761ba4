import System.IO (hPutStrLn, stderr)

main :: IO ()
main = do
  putStrLn "out"
  hPutStrLn stderr "err"
