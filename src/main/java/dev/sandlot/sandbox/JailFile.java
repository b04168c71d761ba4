package dev.sandlot.sandbox;

/// A file given to a job, or one that came back from it: opaque bytes under a name relative to
/// `/work`.
///
/// A name from a jail is untrusted text: show it, never open it.
public record JailFile(String name, byte[] content, boolean executable) {

    public static JailFile of(String name, byte[] content) {
        return new JailFile(name, content, false);
    }
}
