import { greet } from "./second.ts";

greet();
