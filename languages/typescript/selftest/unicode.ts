import * as readline from "node:readline";

console.log("äöü ∀ 日本 🎉");
readline.createInterface({ input: process.stdin }).on("line", (line) => console.log(line));
