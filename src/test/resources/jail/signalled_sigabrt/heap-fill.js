// attacks: 21: the heap's own limit speaks first
// limits: cpu=10s wall=30s memory=512MiB processes=64
// expect: !memoryLimitHit
const hoard = [];
for (;;) {
    hoard.push(new Array(100000).fill(hoard.length));
}
