package dev.sandlot.problem;

import dev.sandlot.problem.Problem.Sample;
import dev.sandlot.problem.secret.Answer;
import dev.sandlot.problem.secret.JudgingData;
import dev.sandlot.problem.secret.JurySubmission;
import dev.sandlot.problem.secret.JurySubmission.Expectation;
import dev.sandlot.problem.secret.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Turns the text of one problem into its public and its secret part.
///
/// Everything in the body is public; everything in the front matter is secret but the keys that
/// [Metadata] reads and the samples.
final class ProblemLoader {

    static final int MAX_TEST_CASES = 64;

    private static final Pattern CASE_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}");
    private static final Pattern PROGRAM_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,60}\\.[a-z0-9]+");
    private static final Comparator<TestCase> JUDGING_ORDER =
            Comparator.comparing((TestCase test) -> !test.sample()).thenComparing(TestCase::name);

    private final ProblemText text;
    private final Section root;

    private ProblemLoader(ProblemText text) {
        this.text = text;
        this.root =
                Section.root(text)
                        .allow(
                                "problem_format_version",
                                "x_single_file",
                                "name",
                                "uuid",
                                "version",
                                "type",
                                "credits",
                                "source",
                                "license",
                                "rights_owner",
                                "keywords",
                                "languages",
                                "limits",
                                "output_validator_args",
                                "attachments",
                                "data",
                                "submissions");
    }

    static LoadedProblem load(ProblemText text) {
        return new ProblemLoader(text).load();
    }

    private LoadedProblem load() {
        Metadata metadata = Metadata.read(root);
        List<JurySubmission> submissions = submissions();
        List<TestCase> tests = tests(submissions);
        List<Sample> samples = samples(tests);
        var outputRules = OutputRulesReader.read(root);
        var problem =
                new Problem(
                        text.id(),
                        text.hash(),
                        metadata.title(),
                        metadata.tags(),
                        metadata.difficulty(),
                        Statement.html(text.body(), samples),
                        samples,
                        metadata.timeLimit(),
                        metadata.memoryLimit(),
                        metadata.outputLimit(),
                        metadata.codeLimit(),
                        outputRules.caseSensitive(),
                        metadata.languages(),
                        templates(),
                        tests.size());
        return new LoadedProblem(
                new JudgingData(problem, tests, outputRules, submissions),
                LeakCheck.warnings(text, samples, tests));
    }

    private List<JurySubmission> submissions() {
        List<JurySubmission> submissions = new ArrayList<>();
        root.secretSection("submissions")
                .ifPresent(all -> {
                    for (String folder : all.keys()) {
                        submissions.addAll(submissions(all, folder));
                    }
                });
        return submissions;
    }

    private List<JurySubmission> submissions(Section all, String folder) {
        Expectation expectation = expectation(all, folder);
        Section programs =
                all.section(folder).orElseThrow(() -> all.error(folder, "holds no program"));
        return programs.keys().stream()
                .map(name -> {
                    if (!PROGRAM_NAME.matcher(name).matches()) {
                        throw programs.error(name, "is not a program's file name");
                    }
                    return new JurySubmission(expectation, name, bytes(programs.text(name)));
                })
                .toList();
    }

    private static Expectation expectation(Section all, String folder) {
        for (Expectation expectation : Expectation.values()) {
            if (expectation.folder().equals(folder)) {
                return expectation;
            }
        }
        throw all.error(folder, "is not a folder of submissions that the judge knows");
    }

    private List<TestCase> tests(List<JurySubmission> submissions) {
        Section data =
                root.secretSection("data").orElseThrow(() -> root.error("data", "is missing"));
        data.allow("sample", "secret");
        List<TestCase> tests = new ArrayList<>();
        data.section("sample").ifPresent(cases -> addTests(tests, cases, true, submissions));
        data.section("secret").ifPresent(cases -> addTests(tests, cases, false, submissions));
        if (tests.size() > MAX_TEST_CASES) {
            throw root.error(
                    "data",
                    "has %d test cases; at most %d are allowed"
                            .formatted(tests.size(), MAX_TEST_CASES));
        }
        tests.sort(JUDGING_ORDER);
        return tests;
    }

    private static void addTests(
            List<TestCase> tests, Section cases, boolean sample, List<JurySubmission> submissions) {
        for (String name : cases.keys()) {
            if (!CASE_NAME.matcher(name).matches()) {
                throw cases.error(name, "is not a test case's name");
            }
            Section test =
                    cases.section(name).orElseThrow(() -> cases.error(name, "is not a test case"));
            tests.add(test(name, sample, test, submissions));
        }
    }

    private static TestCase test(
            String name, boolean sample, Section test, List<JurySubmission> submissions) {
        test.allow("in", "ans", "ans_from", "description");
        test.optionalText("description");
        if (test.has("ans") == test.has("ans_from")) {
            throw test.error("ans", "or ans_from must be there, and not both");
        }
        if (sample && test.has("ans_from")) {
            throw test.error("ans_from", "is for secret test cases: a sample shows its answer");
        }
        return new TestCase(name, sample, lines(test.text("in")), answer(test, submissions));
    }

    private static Answer answer(Section test, List<JurySubmission> submissions) {
        if (test.has("ans")) {
            return new Answer.Given(lines(test.text("ans")));
        }
        String program = test.text("ans_from");
        return submissions.stream()
                .filter(it -> it.expectation() == Expectation.ACCEPTED)
                .filter(it -> it.fileName().equals(program))
                .findFirst()
                .map(Answer.PrintedBy::new)
                .orElseThrow(
                        () -> test.error("ans_from", "names no program in submissions.accepted"));
    }

    private static List<Sample> samples(List<TestCase> tests) {
        List<Sample> samples = new ArrayList<>();
        for (TestCase test : tests) {
            if (test.sample() && test.answer() instanceof Answer.Given(byte[] answer)) {
                samples.add(new Sample(test.name(), string(test.input()), string(answer)));
            }
        }
        return List.copyOf(samples);
    }

    /// Starter code: `attachments: templates: <language>: <file>: <text>`, as the folders of the
    /// package format.
    private Map<String, String> templates() {
        Map<String, String> templates = new TreeMap<>();
        root.section("attachments")
                .map(it -> it.allow("templates"))
                .flatMap(it -> it.section("templates"))
                .ifPresent(byLanguage -> {
                    for (String language : byLanguage.keys()) {
                        templates.put(language, template(byLanguage, language));
                    }
                });
        return Map.copyOf(templates);
    }

    private static String template(Section byLanguage, String language) {
        if (!Metadata.LANGUAGE_ID.matcher(language).matches()) {
            throw byLanguage.error(language, "is not a language id");
        }
        Section files =
                byLanguage
                        .section(language)
                        .orElseThrow(() -> byLanguage.error(language, "has no file"));
        Set<String> names = files.keys();
        if (names.size() != 1) {
            throw byLanguage.error(language, "must have one file, not " + names.size());
        }
        return files.text(names.iterator().next());
    }

    /// A text file's bytes: an absent final newline is added.
    private static byte[] lines(String text) {
        return bytes(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
