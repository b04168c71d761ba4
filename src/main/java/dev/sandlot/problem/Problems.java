package dev.sandlot.problem;

import java.util.List;
import java.util.Optional;

/// The published problems.
public interface Problems {

    /// By title.
    List<Problem> all();

    Optional<Problem> find(String id);
}
