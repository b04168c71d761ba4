import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The side of a compiler that was started before its program: it says that it is ready and how many
/// milliseconds of the processor it took so far, then reads the command of a compile step and the
/// files that go with it. Numbers have four bytes, the highest first; everything else stands behind
/// its length. Each language whose compiler is a class of ours has this same file.
final class Waiting {

    private final DataInputStream from = new DataInputStream(System.in);

    private Waiting() {}

    /// Waits for a program and writes its files.
    ///
    /// @return the words of the command after `Compile`
    static List<String> forProgram() throws IOException {
        System.gc();
        Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.println("ready " + used.toMillis());
        return new Waiting().read();
    }

    private List<String> read() throws IOException {
        List<String> command = new ArrayList<>();
        for (int words = from.readInt(); words > 0; words--) {
            command.add(text());
        }
        for (int files = from.readInt(); files > 0; files--) {
            Path file = Path.of(text()).toAbsolutePath();
            Files.createDirectories(file.getParent());
            Files.write(file, bytes());
        }
        return command.subList(command.indexOf("Compile") + 1, command.size());
    }

    private String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        return from.readNBytes(from.readInt());
    }
}
