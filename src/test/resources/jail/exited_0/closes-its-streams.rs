// attacks: 65
// expect: stdoutBytes=0 stderrBytes=0
unsafe extern "C" {
    fn close(fd: i32) -> i32;
}

fn main() {
    for stream in 0..3 {
        unsafe { close(stream) };
    }
    std::thread::sleep(std::time::Duration::from_millis(100));
}
