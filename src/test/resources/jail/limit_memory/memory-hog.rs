// attacks: 16
// limits: memory=64MiB cpu=5s wall=20s
// expect: memoryLimitHit
fn main() {
    let mut hoard = Vec::new();
    loop {
        hoard.push(std::hint::black_box(vec![1u8; 1 << 20]));
    }
}
