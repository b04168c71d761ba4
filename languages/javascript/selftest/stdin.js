const fs = require("node:fs");

const [first, ...rest] = fs.readFileSync("/dev/stdin", "utf8").split("\n");
const [a, b] = first.split(" ").map(Number);
console.log(a + b);
process.stdout.write(rest.join("\n"));
