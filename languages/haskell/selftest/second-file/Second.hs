module Second (text) where

text :: String
text = "from the second file"
