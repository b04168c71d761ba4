scriptArgs.slice(1).forEach((argument) => console.log(argument));
