from second import greet

greet()
