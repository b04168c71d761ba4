// attacks: 2
// limits: wall=1s
// expect: wall>=1s wall<=1150ms cpu<=600ms
class Sleeper {
    public static void main(String[] args) throws InterruptedException {
        Thread.sleep(3_600_000);
    }
}
