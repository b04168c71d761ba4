import std/[sequtils, strformat]

type Planet = object
  name: string
  moons: int

let planets = @[Planet(name: "Earth", moons: 1), Planet(name: "Mars", moons: 2)]

echo "Hello, World!"
for planet in planets:
  echo &"{planet.name}: {planet.moons}"
echo "Moons of all: ", planets.mapIt(it.moons).foldl(a + b)
