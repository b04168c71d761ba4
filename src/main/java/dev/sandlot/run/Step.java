package dev.sandlot.run;

/// The two jailed processes of a run.
public enum Step {
    COMPILE,
    RUN
}
