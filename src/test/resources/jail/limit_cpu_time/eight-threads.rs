// attacks: 4: one processor's worth, however many there are
// limits: cpu=500ms wall=20s
// expect: cpu>=500ms cpu<=900ms wall>=400ms
fn spin() {
    let mut i: u64 = 0;
    loop {
        i = std::hint::black_box(i.wrapping_add(1));
    }
}

fn main() {
    for _ in 0..7 {
        std::thread::spawn(spin);
    }
    spin();
}
