module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.Unit using (⊤)

postulate exit7 : IO ⊤
{-# FOREIGN GHC import System.Exit (exitWith, ExitCode (..)) #-}
{-# COMPILE GHC exit7 = exitWith (ExitFailure 7) #-}

main : IO ⊤
main = exit7
