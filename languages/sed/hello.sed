# Greets the world, then shouts each line of the input.
1i\
Hello, World!

s/.*/\U&/
