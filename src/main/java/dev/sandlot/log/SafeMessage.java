package dev.sandlot.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// The `%m` of the log's pattern.
public final class SafeMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return LogText.of(String.valueOf(super.convert(event)));
    }
}
