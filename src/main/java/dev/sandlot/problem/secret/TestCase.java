package dev.sandlot.problem.secret;

/// One test case, sample or secret.
///
/// @param name unique among the samples or among the secret cases
/// @param sample whether its data are public
public record TestCase(String name, boolean sample, byte[] input, Answer answer) {

    @Override
    public String toString() {
        return (sample ? "sample " : "secret ") + name;
    }
}
