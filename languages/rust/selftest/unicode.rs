fn main() {
    println!("äöü ∀ 日本 🎉");
    for line in std::io::stdin().lines() {
        println!("{}", line.unwrap());
    }
}
