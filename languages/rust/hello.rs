fn primes(limit: usize) -> impl Iterator<Item = usize> {
    (2..=limit).filter(|n| (2..*n).all(|d| n % d != 0))
}

fn main() {
    println!("Hello, World!");
    let found: Vec<String> = primes(30).map(|p| p.to_string()).collect();
    println!("{}", found.join(" "));
}
