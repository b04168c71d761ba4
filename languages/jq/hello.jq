def greeting($name): "Hello, \($name)!";

greeting("World"),
(
  [{planet: "Earth", moons: 1}, {planet: "Mars", moons: 2}, {planet: "Jupiter", moons: 97}]
  | sort_by(-.moons)[]
  | "\(.planet): \(.moons)"
),
# The JSON of the input, if there is any.
(. // empty)
