package dev.sandlot.database;

import java.sql.SQLException;
import java.util.function.Predicate;

/// What keeps something from being stored or found that is nobody's fault but ours.
public enum StorageFault {
    FULL("The disk is full: nothing new can be stored just now; runs go on."),
    UNAVAILABLE("Nothing can be stored or found just now; runs go on.");

    private static final String DISK_FULL = "53100";

    private final String words;

    StorageFault(String words) {
        this.words = words;
    }

    /// @param failure what the data access threw
    public static StorageFault of(Throwable failure) {
        return anySqlState(failure, DISK_FULL::equals) ? FULL : UNAVAILABLE;
    }

    /// For people.
    public String words() {
        return words;
    }

    static boolean anySqlState(Throwable failure, Predicate<String> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && wanted.test(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
