package dev.sandlot.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/// Ends the connection of a request whose body was given up, instead of waiting for the rest of it.
public final class UnreadBody extends ValveBase {

    private static final String GIVEN_UP = UnreadBody.class.getName();

    UnreadBody() {
        super(true);
    }

    /// Nobody reads on: the connection ends with the answer.
    public static void giveUp(jakarta.servlet.ServletRequest request) {
        request.setAttribute(GIVEN_UP, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(GIVEN_UP) != null) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
