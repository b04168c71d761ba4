// attacks: 42
// or: limit_memory limit_cpu_time signalled_sigabrt signalled_sigtrap exited_1
// limits: processes=40 cpu=3s wall=3s memory=512MiB
// Workers are threads, each with an event loop and a heap.
const { Worker } = require("node:worker_threads");
for (let i = 0; i < 200; i++) {
    new Worker("setInterval(() => {}, 1000)", { eval: true }).on("error", () => {});
}
