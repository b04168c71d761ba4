module Main where

open import Agda.Builtin.IO using (IO)
open import Agda.Builtin.String using (String)
open import Agda.Builtin.Unit using (⊤)

postulate
  _>>_ : {A B : Set} → IO A → IO B → IO B
  out err : String → IO ⊤
{-# FOREIGN GHC import qualified Data.Text.IO as Text #-}
{-# FOREIGN GHC import System.IO (stderr) #-}
{-# COMPILE GHC _>>_ = \_ _ -> (>>) #-}
{-# COMPILE GHC out = Text.putStrLn #-}
{-# COMPILE GHC err = Text.hPutStrLn stderr #-}

main : IO ⊤
main = do
  out "out"
  err "err"
