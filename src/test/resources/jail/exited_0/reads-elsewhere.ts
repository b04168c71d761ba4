// attacks: 149: paths that a compiler follows while it reads
/// <reference path="@CANARY_FILE@" />
/// <reference types="../../../etc/passwd" />
// @ts-nocheck
import { existsSync, readFileSync } from "node:fs";
try {
    require("@CANARY_FILE@");
    console.log("the canary as a module");
} catch {
    // As it should be.
}
if (existsSync("@CANARY_FILE@")) {
    console.log(readFileSync("@CANARY_FILE@", "utf8"));
}
console.log("held");
