// attacks: 42
// limits: processes=20 cpu=2s wall=10s
// expect: processLimitHit
use std::thread;

fn main() {
    for threads in 0..1000 {
        if thread::Builder::new().spawn(|| loop { thread::park() }).is_err() {
            println!("{}", if threads < 20 { "held" } else { "too many" });
            std::process::exit(0);
        }
    }
    println!("no limit");
}
