func text() -> String {
    "from the second file"
}
