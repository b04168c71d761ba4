const { text } = require("./second");

console.log(text());
