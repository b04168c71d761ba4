// attacks: 130: whatever else is there is printed
fn main() {
    let allowed = ["PATH", "HOME", "TMPDIR", "LANG", "CANARY_FILE", "CANARY_PORT"];
    for (name, _) in std::env::vars_os() {
        if !allowed.iter().any(|known| name == *known) {
            println!("{name:?}");
        }
    }
    println!("held");
}
