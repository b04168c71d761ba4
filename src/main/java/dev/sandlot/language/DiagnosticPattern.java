package dev.sandlot.language;

import java.util.List;

/// Finds diagnostics in what a compiler printed. The text is hostile: work and results are bounded.
public interface DiagnosticPattern {

    /// At most this many are reported.
    int MAX_DIAGNOSTICS = 100;

    List<Diagnostic> find(String compilerOutput);
}
