interface Person {
  name: string;
  born: number;
}

function describe({ name, born }: Person): string {
  return `${name}, born in ${born}`;
}

const people: Person[] = [
  { name: "Ada Lovelace", born: 1815 },
  { name: "Alan Turing", born: 1912 },
];

console.log("Hello, World!");
people.map(describe).forEach((line) => console.log(line));
