⊣⍎¨⎕FIO[49] 'second.apl'
⍞←TEXT
