const squares = Array.from({ length: 5 }, (_, i) => (i + 1) ** 2);

console.log("Hello, World!");
console.log(`Squares: ${squares.join(", ")}`);
console.log(`2^100 = ${2n ** 100n}`);
