package dev.sandlot.practice;

import dev.sandlot.judge.Submission;
import dev.sandlot.judge.Verdict;
import java.util.List;
import java.util.Optional;

/// How far a visitor has come with a problem.
enum ProblemState {
    UNTOUCHED(""),
    TRIED("Tried"),
    SOLVED("Solved");

    private final String words;

    ProblemState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// @param submissions those to this problem
    static ProblemState of(List<Submission> submissions) {
        if (submissions.isEmpty()) {
            return UNTOUCHED;
        }
        return submissions.stream().anyMatch(s -> s.verdict().equals(Optional.of(Verdict.ACCEPTED)))
                ? SOLVED
                : TRIED;
    }
}
