package dev.sandlot.language;

/// One message of a compiler.
///
/// @param line from 1; 0 when the message names none
/// @param column from 1; 0 when the message names none
public record Diagnostic(String file, int line, int column, Severity severity, String message) {

    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }
}
