// attacks: 49: a panic while it unwinds
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("again");
    }
}

fn main() {
    let _bomb = Bomb;
    panic!("once");
}
