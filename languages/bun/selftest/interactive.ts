const name = prompt("Name?");
console.log(`Hello, ${name}`);
