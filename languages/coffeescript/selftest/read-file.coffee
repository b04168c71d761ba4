process.stdout.write require("fs").readFileSync "test.txt"
