package dev.sandlot.problem.secret;

/// A program of the problem's author, with what judging it must give.
///
/// @param fileName as the author named it; its ending names the language
public record JurySubmission(Expectation expectation, String fileName, byte[] source) {

    /// The folders of `submissions/` that the package format knows.
    public enum Expectation {
        ACCEPTED,
        REJECTED,
        WRONG_ANSWER,
        TIME_LIMIT_EXCEEDED,
        RUN_TIME_ERROR,
        BRUTE_FORCE;

        /// As in the format, such as `wrong_answer`.
        public String folder() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return expectation.folder() + "/" + fileName;
    }
}
