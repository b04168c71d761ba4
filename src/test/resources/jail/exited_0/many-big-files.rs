// attacks: 76: 16 MB each, until no space is left
// limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
// expect: !memoryLimitHit
use std::fs;
use std::io::ErrorKind;

fn main() {
    let block = vec![1u8; 16_000_000];
    for folder in ["/work", "/tmp", "/dev/shm"] {
        match (0..30).try_for_each(|i| fs::write(format!("{folder}/big{i}"), &block)) {
            Err(e) if e.kind() == ErrorKind::StorageFull => {}
            other => println!("{folder} {other:?}"),
        }
    }
    println!("held");
}
