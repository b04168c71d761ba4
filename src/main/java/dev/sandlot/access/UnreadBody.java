package dev.sandlot.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/// Throws away what is left of a request's body once the answer is out, so that a client which
/// sends on can read it; ends the connection of one that takes too long.
public final class UnreadBody extends ValveBase {

    private static final String PATIENCE = UnreadBody.class.getName();
    private static final int AT_ONCE = 8 * 1024;

    UnreadBody() {
        super(true);
    }

    /// To be done for this request, for so long at most.
    public static void throwAway(ServletRequest request, Duration patience) {
        request.setAttribute(PATIENCE, patience);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(PATIENCE) instanceof Duration patience && !request.isAsync()) {
            throwAway(request, response, patience);
        }
    }

    private static void throwAway(Request request, Response response, Duration patience)
            throws IOException {
        ServletInputStream body = request.getInputStream();
        if (body.isFinished()) {
            return;
        }
        response.flushBuffer();
        long deadline = System.nanoTime() + patience.toNanos();
        byte[] rest = new byte[AT_ONCE];
        try {
            while (System.nanoTime() - deadline < 0 && body.read(rest) >= 0) {
                continue;
            }
        } catch (IOException _) {
            // It is gone, or silent: as good as the end.
        }
        if (!body.isFinished()) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
