// attacks: 20: the heap's own limit speaks first
// limits: cpu=5s wall=30s memory=512MiB processes=64
// expect: !memoryLimitHit
import java.util.ArrayList;
import java.util.List;

class HeapFill {
    public static void main(String[] args) {
        List<byte[]> hoard = new ArrayList<>();
        while (true) {
            hoard.add(new byte[1 << 20]);
        }
    }
}
