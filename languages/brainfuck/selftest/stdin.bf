Adds two digits
,>,,[<+>-]++++++[<-------->-]<.

Copies the rest
>,[.,]
