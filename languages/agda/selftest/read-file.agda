module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.String using (String)
open import Agda.Builtin.Unit using (⊤)

postulate
  _>>=_ : {A B : Set} → IO A → (A → IO B) → IO B
  readFile : String → IO String
  putStr : String → IO ⊤
{-# FOREIGN GHC import qualified Data.Text as Text #-}
{-# FOREIGN GHC import qualified Data.Text.IO as Text #-}
{-# COMPILE GHC _>>=_ = \_ _ -> (>>=) #-}
{-# COMPILE GHC readFile = Text.readFile . Text.unpack #-}
{-# COMPILE GHC putStr = Text.putStr #-}

main : IO ⊤
main = readFile "test.txt" >>= putStr
