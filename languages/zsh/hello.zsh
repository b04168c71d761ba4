typeset -A moons=(Earth 1 Mars 2 Jupiter 97)

print "Hello, World!"

for planet count in ${(kv)moons}; do
    print "${(U)planet} has $count moon(s)"
done
