module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.Unit using (⊤)

main : IO ⊤
main = undeclared -- WRONG
