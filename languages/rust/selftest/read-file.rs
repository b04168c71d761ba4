fn main() {
    print!("{}", std::fs::read_to_string("test.txt").unwrap());
}
