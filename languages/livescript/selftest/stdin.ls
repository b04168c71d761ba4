[first, ...rest] = require \fs .readFileSync 0 \utf8 .split '\n'
first.split ' ' .map Number .reduce (+) |> console.log
process.stdout.write rest.join '\n'
