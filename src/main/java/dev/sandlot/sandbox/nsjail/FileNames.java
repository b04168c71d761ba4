package dev.sandlot.sandbox.nsjail;

import java.nio.charset.StandardCharsets;

/// Names relative to `/work`, as the protocol has them.
final class FileNames {

    private static final int MAX_PART = 255;

    private FileNames() {}

    static boolean valid(String name) {
        if (name.indexOf('\0') >= 0
                || name.getBytes(StandardCharsets.UTF_8).length > FrameReader.MAX_NAME) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty()
                    || part.equals(".")
                    || part.equals("..")
                    || part.getBytes(StandardCharsets.UTF_8).length > MAX_PART) {
                return false;
            }
        }
        return true;
    }
}
