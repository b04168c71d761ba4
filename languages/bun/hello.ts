type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number };

const area = (shape: Shape): number =>
    shape.kind === "circle" ? Math.PI * shape.radius ** 2 : shape.side ** 2;

console.log("Hello, World!");
console.log(area({ kind: "circle", radius: 1 }).toFixed(2), area({ kind: "square", side: 2 }));
console.log("Bun hashes:", Bun.hash("Hello, World!").toString(16));
