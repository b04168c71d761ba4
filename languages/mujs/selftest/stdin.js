var lines = read("/dev/stdin").split("\n");
var numbers = lines[0].split(" ");
print(Number(numbers[0]) + Number(numbers[1]));
print(lines[1]);
