main :: IO ()
main = do
  putStrLn "äöü ∀ 日本 🎉"
  getLine >>= putStrLn
