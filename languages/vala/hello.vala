class Planet : Object {
    public string name { get; construct; }
    public int moons { get; construct; }

    public Planet (string name, int moons) {
        Object (name: name, moons: moons);
    }
}

void main () {
    print ("Hello, World!\n");
    foreach (var planet in new Planet[] { new Planet ("Earth", 1), new Planet ("Mars", 2) }) {
        print (@"$(planet.name): $(planet.moons)\n");
    }
}
