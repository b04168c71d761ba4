-- language: haskell
-- attacks: 146: Template Haskell, in the compile jail
{-# LANGUAGE TemplateHaskell #-}
module Main where

import Control.Exception (SomeException, try)
import Language.Haskell.TH (litE, runIO, stringL)

-- What the compiler could read of the host's secrets; nothing of it may be there.
found :: String
found = $( runIO (do
    let secrets = ["/etc/shadow", "/proc/1/environ", "@CANARY_FILE@"]
        look path = either (const "") id <$> (try (readFile path >>= \text -> length text `seq` return text) :: IO (Either SomeException String))
    concat <$> mapM look secrets) >>= litE . stringL )

main :: IO ()
main = putStrLn (if null found then "held" else found)
