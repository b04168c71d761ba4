package dev.sandlot.sandbox;

/// Where a piece of output was written.
public enum Stream {
    STDOUT,
    STDERR
}
