include(`second.m4')dnl
text
