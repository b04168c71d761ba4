type Planet = { name: string; moons: number };

const planets: Planet[] = [
    { name: "Earth", moons: 1 },
    { name: "Mars", moons: 2 },
];

console.log("Hello, World!");
console.table(planets);
