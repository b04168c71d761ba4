class Second {
    void greet() {
        println "from the second file"
    }
}
