// attacks: 65
// expect: stdoutBytes=0 stderrBytes=0
import { closeSync } from "node:fs";
for (const stream of [0, 1, 2]) {
    closeSync(stream);
}
setTimeout(() => process.exit(0), 100);
