10 PRINT "Hello, World!"
20 P = 1
30 FOR N = 1 TO 5
40 P = P * N
50 PRINT N; "! ="; P
60 NEXT N
