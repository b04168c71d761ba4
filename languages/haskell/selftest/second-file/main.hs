import Second (text)

main :: IO ()
main = putStrLn text
