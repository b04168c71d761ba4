// attacks: 65
// expect: stdoutBytes=0 stderrBytes=0
const { closeSync } = require("node:fs");
closeSync(0);
closeSync(1);
closeSync(2);
setTimeout(() => process.exit(0), 100);
