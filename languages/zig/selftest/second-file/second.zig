pub fn text() *const [20:0]u8 {
    return "from the second file";
}
