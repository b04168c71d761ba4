// attacks: 60
// terminal: too
// limits: output=64KiB cpu=10s wall=20s
// expect: outputTruncated !errorsTruncated stdoutBytes=65536
class Main {
    public static void main(String[] args) {
        while (true) {
            System.out.print("more and more");
        }
    }
}
