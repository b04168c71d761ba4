// attacks: 40
// or: limit_memory limit_wall_time signalled_sigabrt
// limits: processes=40 cpu=1s wall=10s memory=256MiB
// expect: processLimitHit
const { spawn } = require("node:child_process");
for (;;) {
    try {
        spawn(process.execPath, [__filename], { stdio: "ignore" }).on("error", () => {});
    } catch {
        // No more: on with it.
    }
}
