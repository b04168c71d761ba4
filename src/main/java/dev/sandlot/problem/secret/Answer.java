package dev.sandlot.problem.secret;

/// Where a test case's answer comes from.
public sealed interface Answer {

    /// It is in the problem's file.
    record Given(byte[] bytes) implements Answer {

        @Override
        public String toString() {
            return "given";
        }
    }

    /// What this accepted submission of the jury prints.
    record PrintedBy(JurySubmission submission) implements Answer {}
}
