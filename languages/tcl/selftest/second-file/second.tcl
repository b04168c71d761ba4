proc text {} {
    return "from the second file"
}
