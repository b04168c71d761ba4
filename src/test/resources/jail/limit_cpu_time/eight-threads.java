// attacks: 4: one processor's worth, however many there are
// limits: cpu=1s wall=20s
// expect: cpu>=1s cpu<=1500ms wall>=700ms
class Main {
    public static void main(String[] args) {
        for (int i = 0; i < 8; i++) {
            Thread.ofPlatform().start(Main::spin);
        }
    }

    static void spin() {
        for (long i = 0; ; i++) {
            if (i == Long.MIN_VALUE) {
                System.out.println(i);
            }
        }
    }
}
