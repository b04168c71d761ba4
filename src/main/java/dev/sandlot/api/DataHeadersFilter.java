package dev.sandlot.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers that are data may do nothing in a browser; the documentation page runs its own scripts
/// alone. Stricter than what every answer carries, so it comes last.
@Component
@Order
class DataHeadersFilter extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String DATA =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";
    private static final String DOCS_PAGE =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (isData(path)) {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(POLICY, DATA);
        } else if (path.startsWith("/swagger-ui/")) {
            response.setHeader(POLICY, DOCS_PAGE);
        }
        chain.doFilter(request, response);
    }

    private static boolean isData(String path) {
        return path.startsWith("/api/")
                || path.equals("/health")
                || path.startsWith("/openapi.json")
                || (path.startsWith("/s/") && path.endsWith("/raw"));
    }
}
