set file [open test.txt]
puts -nonewline [read $file]
close $file
