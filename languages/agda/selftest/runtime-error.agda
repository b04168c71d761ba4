module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.Unit using (⊤)

postulate fail : IO ⊤
{-# COMPILE GHC fail = putStrLn "before" >> ioError (userError "on purpose") #-}

main : IO ⊤
main = fail
