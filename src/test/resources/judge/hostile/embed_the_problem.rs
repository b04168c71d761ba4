const PROBLEM: &str = include_str!("@PROBLEMS@/canary.md");
const INPUT: &str = include_str!("/proc/self/fd/0");

fn main() {
    println!("{} {}", PROBLEM, INPUT);
}
