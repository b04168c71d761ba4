// attacks: 153
// or: exited_1 limit_cpu_time limit_memory
// step: compile
// limits: cpu=5s wall=20s
// expect: stdoutBytes<=65536
type Grow<T extends unknown[]> = T["length"] extends 100000 ? T : Grow<[...T, ...T, 1]>;
type Pairs<T extends string> = `${T}${T}`;
type Text = Pairs<Pairs<Pairs<Pairs<Pairs<Pairs<"a" | "b" | "c" | "d">>>>>>;
const all: Grow<[]> = [];
const text: Text = "a";
console.log(all, text);
