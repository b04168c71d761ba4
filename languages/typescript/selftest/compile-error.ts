const name: string = "Ada";
const age: number = name; // WRONG
console.log(age);
