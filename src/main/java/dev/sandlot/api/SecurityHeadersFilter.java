package dev.sandlot.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Headers that keep browsers from doing more with an answer than showing it. The pages have a
/// content security policy of their own.
@Component
class SecurityHeadersFilter extends OncePerRequestFilter {

    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";
    private static final String DOCS_PAGE =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        String path = request.getRequestURI();
        if (isData(path)) {
            response.setHeader("Content-Security-Policy", NOTHING);
        } else if (path.startsWith("/swagger-ui/") || path.equals("/docs")) {
            response.setHeader("Content-Security-Policy", DOCS_PAGE);
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
