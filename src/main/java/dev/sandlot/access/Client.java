package dev.sandlot.access;

/// Who asks, for limits and fair queueing: the holder of an API key, else everyone behind one
/// address. Cookies and visitors' keys can be had for nothing, so they make nobody a client.
///
/// @param name of the key, or the address (of IPv6 its /64); never a secret
public record Client(String name, Allowance allowance) {}
