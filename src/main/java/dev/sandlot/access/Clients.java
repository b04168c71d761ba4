package dev.sandlot.access;

import jakarta.servlet.http.HttpServletRequest;

/// Tells clients apart.
public interface Clients {

    /// @throws UnknownKeyException when the request has an `Authorization: Bearer` that is neither
    ///   an API key nor a visitor's
    Client of(HttpServletRequest request);
}
