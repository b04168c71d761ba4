// attacks: 153
// or: limit_cpu_time limit_memory signalled_sigsegv signalled_sigabrt
// step: compile
// limits: cpu=2s wall=20s memory=512MiB
#![recursion_limit = "1000000"]

macro_rules! grow {
    ($($word:tt)*) => { grow!($($word)* $($word)* +) };
}

fn main() {
    grow!(1);
}
