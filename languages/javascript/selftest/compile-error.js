console.log("before");
console.log("a" "b"); // WRONG
