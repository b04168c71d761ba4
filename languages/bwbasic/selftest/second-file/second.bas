10 PRINT "from the second file"
