// attacks: 40
// or: limit_memory limit_wall_time exited_1 signalled_sigabrt
// limits: processes=64 cpu=1500ms wall=20s memory=512MiB
// expect: processLimitHit
class Main {
    public static void main(String[] args) {
        while (true) {
            try {
                new ProcessBuilder("/bin/sleep", "60").start();
            } catch (Exception | OutOfMemoryError e) {
                // No more: on with it.
            }
        }
    }
}
