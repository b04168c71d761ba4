const [first, ...rest] = (await Bun.stdin.text()).split("\n");
console.log(first.split(" ").map(Number).reduce((a, b) => a + b));
process.stdout.write(rest.join("\n"));
