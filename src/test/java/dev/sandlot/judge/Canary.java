package dev.sandlot.judge;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A random word that must never be seen, in whatever form somebody writes it.
record Canary(String word) {

    /// So much of it in a row is a leak.
    private static final int PART = 12;

    static Canary random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return new Canary("k" + HexFormat.of().formatHex(bytes));
    }

    boolean isIn(String text) {
        String all = text.toLowerCase(Locale.ROOT);
        return forms().stream().anyMatch(form -> all.contains(form.toLowerCase(Locale.ROOT)));
    }

    private List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (int start = 0; start + PART <= word.length(); start++) {
            String part = word.substring(start, start + PART);
            forms.add(part);
            forms.add(new StringBuilder(part).reverse().toString());
            addEncoded(forms, part, StandardCharsets.UTF_8);
            addEncoded(forms, part, StandardCharsets.UTF_16LE);
            addEncoded(forms, part, StandardCharsets.UTF_16BE);
            forms.add(String.join("\0", part.split("")));
        }
        return forms;
    }

    /// As hex, and as Base64 wherever a group of three bytes may begin.
    private static void addEncoded(List<String> forms, String part, Charset charset) {
        byte[] bytes = part.getBytes(charset);
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(Base64.getEncoder().encodeToString(bytes).replace("=", ""));
    }
}
