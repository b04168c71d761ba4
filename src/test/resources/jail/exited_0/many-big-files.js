// attacks: 76: 16 MB each, until no space is left
// limits: memory=512MiB cpu=5s wall=20s fileSize=16MiB
// expect: !memoryLimitHit
const { writeFileSync } = require("node:fs");
const block = Buffer.alloc(16000000);
for (const folder of ["/work", "/tmp", "/dev/shm"]) {
    try {
        for (let i = 0; i < 30; i++) {
            writeFileSync(`${folder}/big${i}`, block);
        }
        console.log(folder, "never got full");
    } catch (e) {
        if (e.code !== "ENOSPC") {
            console.log(e);
        }
    }
}
console.log("held");
