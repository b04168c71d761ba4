import * as readline from "node:readline/promises";

async function main(): Promise<void> {
  const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
  const name: string = await terminal.question("Name? ");
  console.log(`Hello, ${name}`);
  terminal.close();
}

main();
