// attacks: 134
// step: compile
const SECRET: &str = include_str!("@CANARY_FILE@");
const SHADOW: &[u8] = include_bytes!("/etc/shadow");
const VARIABLE: Option<&str> = option_env!("CANARY_PORT");
include!("/proc/self/environ");

fn main() {
    println!("{SECRET} {SHADOW:?} {VARIABLE:?}");
}
