package dev.sandlot.run;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a waiting compiler reads: how many words the command of the compile step has, the words,
/// how many files there are, and of each its name and its content. Numbers have four bytes, the
/// highest first; words, names and contents stand behind their length in bytes, and are UTF-8.
final class WaitingProgram {

    private WaitingProgram() {}

    static byte[] of(CompileRequest request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            List<String> command = request.command();
            out.writeInt(command.size());
            for (String word : command) {
                write(out, word.getBytes(StandardCharsets.UTF_8));
            }
            out.writeInt(request.files().size());
            for (SourceFile file : request.files()) {
                write(out, file.name().getBytes(StandardCharsets.UTF_8));
                write(out, file.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
