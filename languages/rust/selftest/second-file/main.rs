mod second;

fn main() {
    println!("{}", second::text());
}
