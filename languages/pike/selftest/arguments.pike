int main(int argc, array(string) argv) {
    write("%s\n", argv[1..][*]);
    return 0;
}
