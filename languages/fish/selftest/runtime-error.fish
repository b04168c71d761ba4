echo before
no_such_command
