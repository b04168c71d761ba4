package dev.sandlot.problem;

import dev.sandlot.problem.Problem.Sample;
import dev.sandlot.problem.secret.Answer;
import dev.sandlot.problem.secret.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Finds secret test data that the author has published by mistake.
final class LeakCheck {

    /// Shorter texts are in a statement by chance.
    private static final int SHORTEST = 16;

    private LeakCheck() {}

    static List<String> warnings(ProblemText text, List<Sample> samples, List<TestCase> tests) {
        List<String> warnings = new ArrayList<>();
        for (TestCase test : tests) {
            if (!test.sample() && isPublic(test, text.body(), samples)) {
                warnings.add(
                        "%s: the data of secret test case %s are in the statement or a sample too"
                                .formatted(text.file(), test.name()));
            }
        }
        return warnings;
    }

    private static boolean isPublic(TestCase test, String body, List<Sample> samples) {
        String input = string(test.input()).strip();
        return samples.stream().anyMatch(sample -> sample.input().strip().equals(input))
                || (input.length() >= SHORTEST && body.contains(input))
                || (test.answer() instanceof Answer.Given(byte[] answer)
                        && string(answer).strip().length() >= SHORTEST
                        && body.contains(string(answer).strip()));
    }

    private static String string(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
