package dev.sandlot.access;

/// Whoever holds the visitor cookie (or sends the same value as a bearer key): known only by its
/// hash.
///
/// @param id hex SHA-256 of the visitor's secret token; safe to store
public record Visitor(String id) {}
