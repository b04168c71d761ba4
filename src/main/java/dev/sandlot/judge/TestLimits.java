package dev.sandlot.judge;

import dev.sandlot.language.Language;
import dev.sandlot.problem.Problem;
import dev.sandlot.sandbox.Limits;
import java.time.Duration;

/// The limits of one problem for one language.
///
/// @param timeLimit decides the verdict
/// @param limits what the jail enforces: it kills a little later, so that what is measured decides
record TestLimits(Duration timeLimit, Limits limits) {

    private static final Duration LEAST_GRACE = Duration.ofMillis(500);

    static TestLimits of(Problem problem, Language language) {
        Duration timeLimit =
                Duration.ofMillis(
                                Math.round(problem.timeLimit().toMillis() * language.timeFactor()))
                        .plus(language.startupAllowance());
        Limits run = language.run().limits();
        return new TestLimits(
                timeLimit,
                new Limits(
                        timeLimit.plus(grace(timeLimit)),
                        timeLimit.multipliedBy(2).plusSeconds(1),
                        problem.memoryLimit(),
                        problem.outputLimit(),
                        run.processes(),
                        run.fileSize()));
    }

    /// Whether a sandbox with this maximum grants them as they are.
    boolean areWithin(Limits maximum) {
        return limits.clampTo(maximum).equals(limits);
    }

    private static Duration grace(Duration timeLimit) {
        Duration tenth = timeLimit.dividedBy(10);
        return tenth.compareTo(LEAST_GRACE) > 0 ? tenth : LEAST_GRACE;
    }
}
