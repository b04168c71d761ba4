package dev.sandlot.sandbox;

/// A limit whose excess ends a program. (Too many processes and a full disk don't: the program gets
/// an error.)
public enum Limit {
    CPU_TIME,
    WALL_TIME,
    MEMORY,
    OUTPUT,
    FILE_SIZE
}
