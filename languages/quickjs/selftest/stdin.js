const [a, b] = std.in.getline().split(" ").map(Number);
console.log(a + b);
std.out.puts(std.in.readAsString());
