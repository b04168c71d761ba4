// attacks: 60: one line here, one there, for ever
// terminal: too
// limits: output=64KiB cpu=10s wall=20s
// expect: stdoutBytes<=65536 stderrBytes<=65536
class Main {
    public static void main(String[] args) {
        while (true) {
            System.out.println("more and more");
            System.err.println("more and more");
        }
    }
}
