// Formats Lua from standard input.
import { readFileSync } from "node:fs";
import { Config, formatCode, IndentType, OutputVerification } from "@johnnymorganz/stylua";

const config = Config.new();
config.indent_type = IndentType.Spaces;
config.indent_width = 2;
config.column_width = 100;
try {
  process.stdout.write(formatCode(readFileSync(0, "utf8"), config, undefined, OutputVerification.None));
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
