module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.String using (String)
open import Agda.Builtin.Unit using (⊤)

postulate
  _>>=_ : {A B : Set} → IO A → (A → IO B) → IO B
  _>>_ : {A B : Set} → IO A → IO B → IO B
  getLine : IO String
  putStrLn : String → IO ⊤
{-# FOREIGN GHC import qualified Data.Text.IO as Text #-}
{-# COMPILE GHC _>>=_ = \_ _ -> (>>=) #-}
{-# COMPILE GHC _>>_ = \_ _ -> (>>) #-}
{-# COMPILE GHC getLine = Text.getLine #-}
{-# COMPILE GHC putStrLn = Text.putStrLn #-}

main : IO ⊤
main = do
  putStrLn "äöü ∀ 日本 🎉"
  line ← getLine
  putStrLn line
