package dev.sandlot.log;

import ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/// The `%wEx` of the log's pattern: stack traces, whose messages may quote a request.
public final class SafeTrace extends ExtendedThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        String trace = super.throwableProxyToString(thrown).stripTrailing();
        return LogText.INDENT + LogText.of(trace) + System.lineSeparator();
    }
}
