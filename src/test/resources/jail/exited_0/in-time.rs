// attacks: 13: ends within its limit
// limits: cpu=600ms wall=20s
unsafe extern "C" {
    fn clock() -> i64;
}

fn main() {
    while unsafe { clock() } < (0.4 * 1e6) as i64 {}
    println!("held");
}
