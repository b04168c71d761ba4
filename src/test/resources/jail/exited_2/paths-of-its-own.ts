// attacks: 149: modules by paths out of the folder, and a compiler's own directives
// step: compile
// or: exited_1
/// <reference path="/etc/passwd" />
/// <amd-module name="../../../etc/passwd" />
import secret from "/etc/shadow";
import canary from "@CANARY_FILE@";
import plugin from "../../../tmp/plugin";
console.log(secret, canary, plugin);
