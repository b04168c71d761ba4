let unused = 1
print(undeclared) // WRONG
