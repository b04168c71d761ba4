from second import text

print(text())
