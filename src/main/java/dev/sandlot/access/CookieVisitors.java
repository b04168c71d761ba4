package dev.sandlot.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Visitors that are nobody but the holders of a random token: nothing is stored about them here.
/// The holder of an API key is a visitor too, so that its submissions are found again.
@Component
class CookieVisitors implements Visitors {

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration COOKIE_AGE = Duration.ofDays(400); // the most that browsers keep

    private final SecureRandom random = new SecureRandom();
    private final ApiKeys keys;

    CookieVisitors(ApiKeys keys) {
        this.keys = keys;
    }

    /// Whether it has the form of a visitor's own token.
    static boolean isToken(String token) {
        return TOKEN.matcher(token).matches();
    }

    @Override
    public Optional<Visitor> find(HttpServletRequest request) {
        return Stream.concat(bearer(request).stream(), cookie(request).stream())
                .flatMap(token -> ofToken(token).stream())
                .findFirst();
    }

    @Override
    public Visitor findOrCreate(HttpServletRequest request, HttpServletResponse response) {
        return find(request).orElseGet(() -> createWithCookie(request, response));
    }

    @Override
    public Created create() {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Created(visitor(token), token);
    }

    @Override
    public Optional<Visitor> ofToken(String token) {
        if (ApiKeys.isKey(token) && keys.find(token).isEmpty()) {
            throw new UnknownKeyException();
        }
        return isToken(token) || ApiKeys.isKey(token)
                ? Optional.of(visitor(token))
                : Optional.empty();
    }

    private Visitor createWithCookie(HttpServletRequest request, HttpServletResponse response) {
        Created created = create();
        ResponseCookie cookie =
                ResponseCookie.from(COOKIE, created.token())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(COOKIE_AGE)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return created.visitor();
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Visitor visitor(String token) {
        return new Visitor(Secrets.hash(token));
    }
}
