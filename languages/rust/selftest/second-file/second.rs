pub fn text() -> &'static str {
    "from the second file"
}
