(with [file (open "test.txt")]
  (print (file.read) :end ""))
