m4exit(7)
