// attacks: 153
// step: compile
// limits: cpu=2s wall=20s
#![allow(long_running_const_eval)]

const fn think() -> u64 {
    let mut sum = 0u64;
    let mut i = 0u64;
    while i < 1 << 62 {
        sum = sum.wrapping_add(i);
        i += 1;
    }
    sum
}

const THOUGHT: u64 = think();

fn main() {
    println!("{THOUGHT}");
}
