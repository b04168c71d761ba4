let unused = 1
echo undeclared # WRONG
