package dev.sandlot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/// Finds the visitor of a request. The cookie is set on the first submission, never before.
public interface Visitors {

    /// The visitor of the cookie or of `Authorization: Bearer`.
    ///
    /// @throws UnknownKeyException when that is an API key which isn't known
    Optional<Visitor> find(HttpServletRequest request);

    /// The visitor of the request, or a new one whose cookie goes out with the response.
    Visitor findOrCreate(HttpServletRequest request, HttpServletResponse response);

    /// A new secret token and its visitor, for pages that set the cookie by themselves.
    Created create();

    record Created(Visitor visitor, String token) {}

    /// The visitor that holds this token or API key.
    ///
    /// @throws UnknownKeyException when it is an API key which isn't known
    Optional<Visitor> ofToken(String token);

    String COOKIE = "sandlot_visitor";
}
