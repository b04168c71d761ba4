use std::io::{self, Write};

fn main() {
    print!("Name? ");
    io::stdout().flush().unwrap();
    let mut name = String::new();
    io::stdin().read_line(&mut name).unwrap();
    print!("Hello, {name}");
}
