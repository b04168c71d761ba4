scriptArgs.forEach(function (argument) {
    print(argument);
});
