// attacks: 42
// limits: processes=40 cpu=5s wall=20s memory=512MiB
// expect: processLimitHit says=held stdoutBytes>=5
import java.util.concurrent.locks.LockSupport;

class Main {
    public static void main(String[] args) {
        int threads = 0;
        try {
            for (; threads < 1000; threads++) {
                Thread.ofPlatform().daemon().start(LockSupport::park);
            }
            System.out.println("no limit");
        } catch (OutOfMemoryError e) {
            System.out.println(threads < 40 ? "held" : "too many");
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
