include(`test.txt')dnl
