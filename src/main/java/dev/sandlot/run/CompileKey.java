package dev.sandlot.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/// The SHA-256 over everything that decides what a successful compile step leaves behind.
///
/// Limits that only decide whether it succeeds are not part of it; the command holds those that a
/// compiler is told, and the output limit decides how much of its messages is kept.
record CompileKey(String hex) {

    static CompileKey of(CompileRequest request) {
        Digest digest = new Digest();
        digest.add(request.language().toolchain());
        request.command().forEach(digest::add);
        digest.add("env");
        new TreeMap<>(request.language().compileEnv(request.limits()))
                .forEach((name, value) -> {
                    digest.add(name);
                    digest.add(value);
                });
        digest.add("collect");
        request.step().collect().forEach(digest::add);
        digest.add(Long.toString(request.limits().output().bytes()));
        for (SourceFile file : request.files()) {
            digest.add(file.name());
            digest.add(file.content());
        }
        return new CompileKey(digest.hex());
    }

    /// Each part goes in with its length before it, so that no two lists of parts look alike.
    private static final class Digest {

        private final MessageDigest sha256;

        Digest() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }

        void add(String part) {
            add(part.getBytes(StandardCharsets.UTF_8));
        }

        void add(byte[] part) {
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
            sha256.update(part);
        }

        String hex() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
