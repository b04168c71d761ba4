module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.String using (String; primStringAppend)
open import Agda.Builtin.Unit using (⊤)

postulate
  _>>=_ : {A B : Set} → IO A → (A → IO B) → IO B
  ask : String → IO String
  putStrLn : String → IO ⊤
{-# FOREIGN GHC import qualified Data.Text.IO as Text #-}
{-# FOREIGN GHC import System.IO (hFlush, stdout) #-}
{-# COMPILE GHC _>>=_ = \_ _ -> (>>=) #-}
{-# COMPILE GHC ask = \question -> Text.putStr question >> hFlush stdout >> Text.getLine #-}
{-# COMPILE GHC putStrLn = Text.putStrLn #-}

main : IO ⊤
main = do
  name ← ask "Name? "
  putStrLn (primStringAppend "Hello, " name)
