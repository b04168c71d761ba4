std.out.puts("Name? ");
std.out.flush();
console.log(`Hello, ${std.in.getline()}`);
