console.log("before");
console.log("no end"; // WRONG
