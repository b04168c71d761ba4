int main() {
    write("before\n");
    return undeclared; // WRONG
}
