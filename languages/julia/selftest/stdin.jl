println(sum(parse.(Int, split(readline()))))
print(read(stdin, String))
