quit(finished != 1)
