// attacks: 13: would end beyond its limit
// limits: cpu=600ms wall=20s
unsafe extern "C" {
    fn clock() -> i64;
}

fn main() {
    while unsafe { clock() } < (0.8 * 1e6 * @TIME_FACTOR@.0) as i64 {}
    println!("held");
}
