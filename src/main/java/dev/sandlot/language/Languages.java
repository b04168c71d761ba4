package dev.sandlot.language;

import java.util.List;
import java.util.Optional;

/// The languages that work here and now: those whose self-test failed at start are not among them.
public interface Languages {

    /// By name.
    List<Language> all();

    Optional<Language> find(String id);
}
