Deno.args.forEach((argument) => console.log(argument));
