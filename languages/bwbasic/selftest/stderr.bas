10 PRINT "out"
20 OPEN "o", #1, "/dev/stderr"
30 PRINT #1, "err"
40 CLOSE #1
