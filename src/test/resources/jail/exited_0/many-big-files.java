// attacks: 76: 16 MB each, until no space is left
// limits: memory=512MiB cpu=5s wall=20s fileSize=16MiB
// expect: !memoryLimitHit
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Main {
    public static void main(String[] args) {
        byte[] block = new byte[16_000_000];
        for (String folder : new String[] {"/work", "/tmp", "/dev/shm"}) {
            try {
                for (int i = 0; i < 30; i++) {
                    Files.write(Path.of(folder, "big" + i), block);
                }
                System.out.println(folder + " never got full");
            } catch (IOException e) {
                if (!e.getMessage().contains("No space left")) {
                    System.out.println(e);
                }
            }
        }
        System.out.println("held");
    }
}
