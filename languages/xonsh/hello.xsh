# Python and a shell in one.
name = "World"
echo @(f"Hello, {name}!")

for fruit in sorted("pear apple fig".split()):
    echo @(fruit.upper())

files = $(ls).split()
print(len(files), "file(s) here:", *files)
