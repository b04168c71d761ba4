module Second where

open import Agda.Builtin.String using (String)

text : String
text = "from the second file"
