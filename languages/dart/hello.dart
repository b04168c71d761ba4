class Planet {
  final String name;
  final int moons;
  const Planet(this.name, {this.moons = 0});

  @override
  String toString() => '$name has $moons moon${moons == 1 ? '' : 's'}';
}

void main() {
  print('Hello, World!');
  const planets = [Planet('Earth', moons: 1), Planet('Mars', moons: 2)];
  planets.forEach(print);
}
