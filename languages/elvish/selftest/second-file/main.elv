use ./second
second:text
