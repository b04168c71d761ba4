// attacks: 2
// limits: wall=400ms
// expect: wall>=400ms wall<=550ms cpu<=50ms
fn main() {
    loop {
        std::thread::park();
    }
}
