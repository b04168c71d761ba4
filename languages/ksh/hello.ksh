typeset -A moons=([Earth]=1 [Mars]=2 [Jupiter]=97)

print "Hello, World!"

for planet in "${!moons[@]}"; do
    print "$planet has ${moons[$planet]} moon(s)"
done
