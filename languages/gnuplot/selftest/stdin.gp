set print "-"
numbers = system("read -r line; echo \"$line\"")
print int(word(numbers, 1)) + int(word(numbers, 2))
print system("cat")
