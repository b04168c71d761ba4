package dev.sandlot.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Clients by API key, else by address.
@Component
class KeyedClients implements Clients {

    private final ApiKeys keys;
    private final Allowance allowance;

    KeyedClients(ApiKeys keys, AccessSettings settings) {
        this.keys = keys;
        this.allowance = settings.allowance();
    }

    @Override
    public Client of(HttpServletRequest request) {
        return BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(token -> !CookieVisitors.isToken(token))
                .map(this::holder)
                .orElseGet(() -> new Client(ClientAddress.of(request), allowance));
    }

    private Client holder(String token) {
        ApiKey key = keys.find(token).orElseThrow(UnknownKeyException::new);
        return new Client("key " + key.name(), key.allowance());
    }
}
