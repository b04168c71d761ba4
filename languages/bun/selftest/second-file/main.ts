import { greet } from "./second";

greet();
