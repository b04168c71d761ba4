new Second().greet()
