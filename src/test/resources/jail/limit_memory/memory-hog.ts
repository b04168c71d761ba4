// attacks: 16
// limits: memory=256MiB cpu=5s wall=20s
// expect: memoryLimitHit
const hoard: Buffer[] = [];
for (;;) {
    hoard.push(Buffer.alloc(8 << 20, hoard.length + 1));
}
