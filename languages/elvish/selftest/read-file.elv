print (slurp < test.txt)
