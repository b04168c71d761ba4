// attacks: 49
fn main() {
    std::process::abort();
}
