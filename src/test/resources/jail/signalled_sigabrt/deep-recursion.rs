// attacks: 50: the stack ends
// or: signalled_sigsegv
// limits: memory=256MiB cpu=5s wall=20s
fn depth(level: u64) -> u64 {
    let ballast = std::hint::black_box([level; 512]);
    depth(level + 1) + ballast[0]
}

fn main() {
    println!("{}", depth(0));
}
