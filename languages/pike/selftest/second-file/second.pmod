string text() {
    return "from the second file";
}
