echo before
@ ratio = 1 / 0
echo after
