(with-open [file (io.open :test.txt)]
  (io.write (file:read :a)))
