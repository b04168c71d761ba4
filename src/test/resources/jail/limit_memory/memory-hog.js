// attacks: 21: memory outside of the heap
// limits: cpu=5s wall=30s memory=256MiB processes=64
// expect: memoryLimitHit
const hoard = [];
for (;;) {
    hoard.push(Buffer.alloc(8 << 20, hoard.length + 1));
}
