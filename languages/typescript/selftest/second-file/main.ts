import { text } from "./second";

console.log(text());
