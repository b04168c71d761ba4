// attacks: 49: a panic is an exit code of its own, no signal
fn main() {
    let none: Option<u8> = None;
    println!("{}", none.unwrap());
}
