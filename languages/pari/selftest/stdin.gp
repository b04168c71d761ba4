lines = externstr("cat");
numbers = strsplit(lines[1], " ");
print(eval(numbers[1]) + eval(numbers[2]));
print(lines[2]);
