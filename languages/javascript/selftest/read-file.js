import { readFileSync } from "node:fs";

process.stdout.write(readFileSync("test.txt", "utf8"));
