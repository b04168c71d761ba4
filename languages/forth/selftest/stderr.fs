." out" cr
s" err" stderr write-line throw
