s" test.txt" slurp-file type
