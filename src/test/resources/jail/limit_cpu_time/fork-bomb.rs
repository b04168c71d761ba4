// attacks: 40
// or: limit_wall_time
// limits: processes=32 cpu=500ms wall=10s memory=256MiB
// expect: processLimitHit
use std::process::Command;

fn main() {
    loop {
        let _ = Command::new("/proc/self/exe").spawn();
    }
}
