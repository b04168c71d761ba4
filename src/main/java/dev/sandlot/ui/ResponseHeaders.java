package dev.sandlot.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Headers that every answer carries, and the bound on what the page may send.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1) // before those that are stricter about some answers
final class ResponseHeaders extends OncePerRequestFilter {

    /// A page sends code, input and expected output in one message; more is not from our page.
    private static final long MAX_MESSAGE_BYTES = 8L * 1024 * 1024;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader(
                "Content-Security-Policy",
                "object-src 'none'; base-uri 'self'; frame-ancestors 'none'");
        if (isPageMessage(request) && request.getContentLengthLong() > MAX_MESSAGE_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (isPageMessage(request) && request.getContentLengthLong() < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPageMessage(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod().equals("POST") && query != null && query.contains("v-r=");
    }
}
