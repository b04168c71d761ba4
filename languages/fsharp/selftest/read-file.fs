printf "%s" (System.IO.File.ReadAllText "test.txt")
