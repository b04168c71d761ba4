// attacks: 64
// terminal: too
// stdin: one\ntwo\n
// expect: stdout=8
let count = 0;
process.stdin.on("data", (data: Buffer) => { count += data.length; }).on("end", () => console.log(count));
