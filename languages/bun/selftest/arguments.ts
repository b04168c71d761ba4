Bun.argv.slice(2).forEach((argument) => console.log(argument));
