const readline = require("node:readline/promises");

async function main() {
  const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
  const name = await terminal.question("Name? ");
  console.log(`Hello, ${name}`);
  terminal.close();
}

main();
