load "second.gp"
set print "-"
print text
