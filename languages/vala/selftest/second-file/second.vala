namespace Second {
    string text () {
        return "from the second file";
    }
}
