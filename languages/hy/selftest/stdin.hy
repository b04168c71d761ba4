(import sys)
(print (sum (map int (.split (input)))))
(sys.stdout.write (sys.stdin.read))
