package dev.sandlot.problem;

import dev.sandlot.problem.secret.JudgingData;
import dev.sandlot.problem.secret.JurySubmission.Expectation;
import java.util.List;

/// A problem as its file says, published or not.
///
/// @param warnings for its author
record LoadedProblem(JudgingData data, List<String> warnings) {

    /// Without a secret test case or an accepted submission there is nothing to trust yet.
    boolean draft() {
        return data.tests().stream().allMatch(test -> test.sample())
                || data.submissions().stream()
                        .noneMatch(it -> it.expectation() == Expectation.ACCEPTED);
    }
}
