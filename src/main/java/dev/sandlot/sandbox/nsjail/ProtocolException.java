package dev.sandlot.sandbox.nsjail;

import java.io.IOException;

/// The other side broke docs/protocol.md: its connection ends. The message never holds bytes of a
/// program.
final class ProtocolException extends IOException {

    private static final long serialVersionUID = 1;

    ProtocolException(String message) {
        super(message);
    }
}
