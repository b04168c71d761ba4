L←⎕FIO[49] 'test.txt'
⊃L[1]
⍞←⊃L[2]
