package dev.sandlot.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes a stream that comes in pieces which end anywhere, also within a character. What isn't
/// UTF-8 becomes U+FFFD.
final class Utf8Stream {

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    /// The text of everything up to the last whole character.
    String next(byte[] piece) {
        return decode(piece, false);
    }

    /// U+FFFD if the stream ended within a character.
    String end() {
        return decode(new byte[0], true);
    }

    private String decode(byte[] piece, boolean last) {
        ByteBuffer in = ByteBuffer.allocate(rest.length + piece.length).put(rest).put(piece).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, last);
        if (last) {
            decoder.flush(out);
        }
        rest = new byte[in.remaining()];
        in.get(rest);
        return out.flip().toString();
    }
}
