module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.Unit using (⊤)

postulate printArguments : IO ⊤
{-# FOREIGN GHC import System.Environment (getArgs) #-}
{-# COMPILE GHC printArguments = getArgs >>= mapM_ putStrLn #-}

main : IO ⊤
main = printArguments
