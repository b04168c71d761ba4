import { readFileSync } from "node:fs";

const [first, ...rest] = readFileSync(0, "utf8").split("\n");
const [a, b] = first.split(" ").map(Number);
console.log(a + b);
process.stdout.write(rest.join("\n"));
