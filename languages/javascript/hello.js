const greet = (name) => `Hello, ${name}!`;

console.log(greet("World"));

const squares = [1, 2, 3, 4, 5].map((n) => n * n);
console.log(squares.join(" "));
