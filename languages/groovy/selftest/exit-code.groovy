System.exit(7)
