say "Hello, World!"

moons.Earth = 1
moons.Mars = 2
moons.Jupiter = 97

planets = "Earth Mars Jupiter"
do i = 1 to words(planets)
  planet = word(planets, i)
  say left(planet, 8) moons.planet
end
