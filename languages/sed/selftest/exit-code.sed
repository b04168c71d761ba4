Q 7
