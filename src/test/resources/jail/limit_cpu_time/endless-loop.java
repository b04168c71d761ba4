// attacks: 1
// limits: cpu=2s wall=30s memory=512MiB processes=64
// expect: cpu>=1990ms cpu<=2500ms
class EndlessLoop {
    public static void main(String[] args) {
        for (long i = 0; ; i++) {
            if (i == Long.MIN_VALUE) {
                System.out.println(i);
            }
        }
    }
}
