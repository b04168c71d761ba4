arguments.forEach((argument) => print(argument));
