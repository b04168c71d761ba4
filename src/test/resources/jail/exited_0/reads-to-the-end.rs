// attacks: 64
// terminal: too
// stdin: one\ntwo\n
// expect: stdout=8
use std::io::Read;

fn main() {
    let mut all = Vec::new();
    std::io::stdin().read_to_end(&mut all).unwrap();
    println!("{}", all.len());
}
