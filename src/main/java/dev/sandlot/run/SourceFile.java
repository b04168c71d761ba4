package dev.sandlot.run;

import java.nio.charset.StandardCharsets;

/// One file of a program. The name is relative, with `/` between folders.
public record SourceFile(String name, byte[] content) {

    public static SourceFile of(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
