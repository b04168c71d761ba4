// attacks: 1
// limits: cpu=300ms wall=20s
// expect: cpu>=300ms cpu<=450ms
fn main() {
    let mut i: u64 = 0;
    loop {
        i = std::hint::black_box(i.wrapping_add(1));
    }
}
