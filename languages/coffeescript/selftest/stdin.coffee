[first, rest...] = require("fs").readFileSync(0, "utf8").split "\n"
console.log first.split(" ").map(Number).reduce (a, b) -> a + b
process.stdout.write rest.join "\n"
