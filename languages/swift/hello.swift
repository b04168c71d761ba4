struct Planet: CustomStringConvertible {
    let name: String
    var moons = 0

    var description: String { "\(name) has \(moons) \(moons == 1 ? "moon" : "moons")" }
}

print("Hello, World!")
for planet in [Planet(name: "Earth", moons: 1), Planet(name: "Mars", moons: 2)] {
    print(planet)
}
