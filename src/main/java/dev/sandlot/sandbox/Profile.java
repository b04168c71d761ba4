package dev.sandlot.sandbox;

/// Which kind of jail a job needs; each has slots, tmpfs sizes and maxima of its own.
public enum Profile {
    COMPILE,
    RUN
}
