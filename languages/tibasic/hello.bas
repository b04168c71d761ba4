Disp "Hello, World!"
1→P
For(N,1,5)
P*N→P
Disp P
End
