// attacks: 60: one line here, one there, for ever
// terminal: too
// limits: output=64KiB wall=20s
// expect: stdoutBytes<=65536 stderrBytes<=65536
const { writeSync } = require("node:fs");
for (;;) {
    writeSync(1, "more and more\n");
    writeSync(2, "more and more\n");
}
