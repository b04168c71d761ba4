package dev.sandlot.problem.secret;

import dev.sandlot.problem.Problem;
import java.util.List;

/// A published problem with everything that judging it takes.
///
/// @param tests in judging order: samples first, then secret cases, each by name
public record JudgingData(
        Problem problem,
        List<TestCase> tests,
        OutputRules outputRules,
        List<JurySubmission> submissions) {

    public JudgingData {
        tests = List.copyOf(tests);
        submissions = List.copyOf(submissions);
    }

    @Override
    public String toString() {
        return problem.id();
    }
}
