text() {
    echo from the second file
}
