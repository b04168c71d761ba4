int main() {
    write("%s\n", .second.text());
    return 0;
}
