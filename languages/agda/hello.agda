module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.String using (String; primStringAppend; primShowNat)
open import Agda.Builtin.Nat using (Nat; zero; suc; _+_)
open import Agda.Builtin.Equality using (_≡_; refl)
open import Agda.Builtin.Unit using (⊤)

postulate putStrLn : String → IO ⊤
{-# FOREIGN GHC import qualified Data.Text.IO as Text #-}
{-# COMPILE GHC putStrLn = Text.putStrLn #-}

-- A proof, and a program that Agda runs while it checks.
cong-suc : {m n : Nat} → m ≡ n → suc m ≡ suc n
cong-suc refl = refl

+-zero : (n : Nat) → n + 0 ≡ n
+-zero zero = refl
+-zero (suc n) = cong-suc (+-zero n)

main : IO ⊤
main = putStrLn (primStringAppend "Hello, World!\n20 + 22 = " (primShowNat (20 + 22)))
