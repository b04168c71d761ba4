include second.fs
text type cr
