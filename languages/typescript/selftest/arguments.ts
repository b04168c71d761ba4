process.argv.slice(2).forEach((argument: string) => console.log(argument));
