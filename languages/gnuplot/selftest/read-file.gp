set print "-"
print system("cat test.txt")
