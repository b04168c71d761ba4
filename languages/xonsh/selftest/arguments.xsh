for argument in $ARGS[1:]:
    print(argument)
