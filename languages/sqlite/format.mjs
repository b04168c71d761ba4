// Formats SQL from standard input. The shell's own commands, lines that begin with a dot, stay as they are.
import { readFileSync } from "node:fs";
import { format } from "sql-formatter";

const blocks = readFileSync(0, "utf8").split(/^(\..*\n?)/m);
const isCommand = (block) => block.startsWith(".");
const formatted = (block) =>
  isCommand(block) || !block.trim() ? block : format(block, { language: "sqlite", expressionWidth: 80 }) + "\n";

try {
  process.stdout.write(blocks.map(formatted).join(""));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
