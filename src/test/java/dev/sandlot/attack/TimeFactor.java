package dev.sandlot.attack;

import dev.sandlot.sandbox.Limits;
import java.time.Duration;

/// How much longer everything takes on a machine that is emulated: `-Dtime.factor=6`.
public final class TimeFactor {

    private static final int FACTOR = Integer.getInteger("time.factor", 1);

    private TimeFactor() {}

    public static Limits stretch(Limits limits) {
        return new Limits(
                stretch(limits.cpuTime()),
                stretch(limits.wallTime()),
                limits.memory(),
                limits.output(),
                limits.processes(),
                limits.fileSize());
    }

    /// For a program with a clock of its own.
    static String text() {
        return String.valueOf(FACTOR);
    }

    public static Duration stretch(Duration time) {
        return time.multipliedBy(FACTOR);
    }
}
