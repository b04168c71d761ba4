use std::io::{self, Read};

fn main() {
    let mut first = String::new();
    io::stdin().read_line(&mut first).unwrap();
    let sum: i32 = first.split_whitespace().map(|n| n.parse::<i32>().unwrap()).sum();
    println!("{sum}");
    let mut rest = String::new();
    io::stdin().read_to_string(&mut rest).unwrap();
    print!("{rest}");
}
