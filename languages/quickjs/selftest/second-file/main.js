import { greet } from "./second.js";

greet();
