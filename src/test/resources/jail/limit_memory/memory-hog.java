// attacks: 16
// limits: memory=256MiB cpu=5s wall=20s
// expect: memoryLimitHit
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

class Main {
    // Beside the heap, where no limit of the runtime's own is in the way.
    public static void main(String[] args) {
        List<Object> hoard = new ArrayList<>();
        while (true) {
            hoard.add(Arena.global().allocate(1 << 20).fill((byte) 1));
        }
    }
}
