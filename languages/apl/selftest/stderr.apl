⊣('err',⎕UCS 10) ⎕FIO[23] 2
⍞←'out'
