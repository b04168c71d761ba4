package dev.sandlot.database;

import java.util.Optional;

/// Whether snippets and submissions can be stored and found.
public interface Database {

    /// Why not, in words for people; empty when they can.
    Optional<String> trouble();
}
