⍝ What ends APL ends the last line.
A←(⎕ARG⍳⊂'--')↓⎕ARG
⊃A[1]
⊃A[2]
⍞←⊃A[3]
