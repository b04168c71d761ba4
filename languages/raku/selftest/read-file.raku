print "test.txt".IO.slurp;
