package dev.sandlot.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A problem's file, read and cut in two: private front matter, public body.
///
/// @param file the file's name, for messages
/// @param hash hex SHA-256 of the whole file
record ProblemText(String file, String hash, String frontMatter, String body) {

    static final int MAX_BYTES = 256 * 1024;

    private static final String END = "---";
    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9]{1,64}\\.md");

    static ProblemText read(Path path) throws IOException {
        String file = String.valueOf(path.getFileName());
        if (!FILE_NAME.matcher(file).matches()) {
            throw new ProblemFormatException(
                    file, "the name of a problem's file is [a-z0-9]+ and .md");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return of(file, in.readNBytes(MAX_BYTES + 1));
        }
    }

    static ProblemText of(String file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new ProblemFormatException(file, "is larger than " + MAX_BYTES + " bytes");
        }
        String text = decode(file, bytes);
        int end = endOfFrontMatter(file, text);
        String body = text.substring(Math.min(text.length(), end + END.length() + 1));
        return new ProblemText(file, sha256(bytes), text.substring(0, end), body);
    }

    /// The file's name without its ending.
    String id() {
        return file.substring(0, file.length() - ".md".length());
    }

    private static String decode(String file, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new ProblemFormatException(file, "is not UTF-8");
        }
        if (text.startsWith("\uFEFF")) {
            throw new ProblemFormatException(file, "starts with a byte order mark; remove it");
        }
        int carriageReturn = text.indexOf('\r');
        if (carriageReturn >= 0) {
            throw new ProblemFormatException(
                    file,
                    "line "
                            + lineAt(text, carriageReturn)
                            + " holds a carriage return; lines end with LF alone");
        }
        return text;
    }

    /// The position of the first line that is exactly `---`.
    private static int endOfFrontMatter(String file, String text) {
        if (text.startsWith(END + "\n")) {
            throw new ProblemFormatException(
                    file, "starts with ---, which ends the front matter; begin with its first key");
        }
        int lineBefore = (text + "\n").indexOf("\n" + END + "\n");
        if (lineBefore < 0) {
            throw new ProblemFormatException(
                    file, "no line is exactly ---, which ends the front matter");
        }
        return lineBefore + 1;
    }

    private static long lineAt(String text, int position) {
        return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
