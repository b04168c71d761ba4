module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.Unit using (⊤)

postulate run : IO ⊤
{-# FOREIGN GHC
run :: IO ()
run = do
  first <- getLine
  print (sum (map read (words first) :: [Integer]))
  getContents >>= putStr
#-}
{-# COMPILE GHC run = run #-}

main : IO ⊤
main = run
