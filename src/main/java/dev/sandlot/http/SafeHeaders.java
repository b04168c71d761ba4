package dev.sandlot.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Sets what an answer has unless its writer says otherwise: it is data, may do nothing in a
/// browser and is kept nowhere. Stands before all filters, so that the server's own refusals are
/// safe too.
final class SafeHeaders extends ValveBase {

    /// The browser's abilities that no page here uses.
    private static final String PERMISSIONS =
            "accelerometer=(), autoplay=(), browsing-topics=(), camera=(),"
                    + " clipboard-read=(), clipboard-write=(self), display-capture=(),"
                    + " encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(),"
                    + " hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(),"
                    + " midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(),"
                    + " screen-wake-lock=(), serial=(), storage-access=(), usb=(),"
                    + " xr-spatial-tracking=()";

    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'; sandbox",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "same-origin",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    PERMISSIONS,
                    "Cache-Control",
                    "no-store");

    SafeHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        HEADERS.forEach(response::setHeader);
        getNext().invoke(request, response);
    }
}
