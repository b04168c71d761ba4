package dev.sandlot.practice;

import dev.sandlot.judge.Submission;
import dev.sandlot.judge.Verdict;
import dev.sandlot.language.Language;
import dev.sandlot.problem.Problem;
import dev.sandlot.run.RunResult;
import dev.sandlot.run.RunResultJson;
import dev.sandlot.run.Step;
import dev.sandlot.run.StepResult;
import dev.sandlot.ui.FirstDifference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the problem page gets to know: samples whole, of secret tests their number and a verdict.
final class ProblemJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProblemJson() {}

    static ObjectNode problem(Problem problem) {
        ObjectNode json = JSON.objectNode();
        json.put("id", problem.id());
        ArrayNode samples = json.putArray("samples");
        for (Problem.Sample sample : problem.samples()) {
            samples.addObject()
                    .put("name", sample.name())
                    .put("input", sample.input())
                    .put("answer", sample.answer());
        }
        ObjectNode templates = json.putObject("templates");
        problem.templates().forEach(templates::put);
        return json;
    }

    /// A sample's run, with its output and where that first differs from the answer.
    static ObjectNode sampleRun(
            Problem problem, Problem.Sample sample, Language language, RunResult result) {
        ObjectNode json = RunResultJson.of(language, result, RunResultJson.Streams.TEXT);
        result.run()
                .filter(StepResult::succeeded)
                .ifPresent(run -> compare(problem, sample, run, json));
        return json;
    }

    private static void compare(
            Problem problem, Problem.Sample sample, StepResult run, ObjectNode json) {
        String output = new String(run.stdout(), StandardCharsets.UTF_8);
        OptionalInt line = FirstDifference.line(sample.answer(), output, problem.caseSensitive());
        json.put("passed", line.isEmpty());
        line.ifPresent(number -> json.put("differenceLine", number));
    }

    static ArrayNode submissions(List<Submission> submissions) {
        ArrayNode json = JSON.arrayNode();
        submissions.forEach(submission -> json.add(submission(submission)));
        return json;
    }

    static ObjectNode submission(Submission submission) {
        ObjectNode json = JSON.objectNode();
        json.put("id", submission.id());
        json.put("language", submission.language());
        json.put("version", submission.version());
        json.put("created", submission.created().toString());
        json.put("status", submission.status().name().toLowerCase(Locale.ROOT));
        json.put("testsDone", submission.testsDone());
        json.put("tests", submission.tests());
        submission.verdict().ifPresent(verdict -> verdict(json, submission, verdict));
        submission.failedSample().ifPresent(sample -> failedSample(json, sample));
        submission
                .compile()
                .ifPresent(step ->
                        json.set(
                                "compile",
                                RunResultJson.of(Step.COMPILE, step, RunResultJson.Streams.TEXT)));
        return json;
    }

    private static void verdict(ObjectNode json, Submission submission, Verdict verdict) {
        json.put("accepted", verdict == Verdict.ACCEPTED);
        json.put("verdict", words(submission, verdict));
        submission.failedTest().ifPresent(test -> json.put("failedTest", test));
    }

    private static String words(Submission submission, Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "Accepted · all %d tests passed".formatted(submission.tests());
            case COMPILE_ERROR -> "Compile Error";
            case JUDGE_ERROR ->
                    "Judge Error. " + submission.judgeErrorText().orElse("It is our fault.");
            case WRONG_ANSWER,
                    TIME_LIMIT_EXCEEDED,
                    MEMORY_LIMIT_EXCEEDED,
                    OUTPUT_LIMIT_EXCEEDED,
                    RUN_TIME_ERROR ->
                    submission
                            .failedTest()
                            .map(test ->
                                    "%s on test %d of %d"
                                            .formatted(verdict.words(), test, submission.tests()))
                            .orElse(verdict.words());
        };
    }

    private static void failedSample(ObjectNode json, Submission.FailedSample sample) {
        json.putObject("failedSample")
                .put("name", sample.name())
                .put("input", sample.input())
                .put("answer", sample.answer())
                .put("output", sample.output());
    }
}
