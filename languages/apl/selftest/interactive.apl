⍞←'Name? '
L←⍞
'Hello, ',6↓L
