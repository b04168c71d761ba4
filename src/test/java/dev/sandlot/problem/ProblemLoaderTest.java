package dev.sandlot.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sandlot.problem.secret.Answer;
import dev.sandlot.problem.secret.JudgingData;
import dev.sandlot.problem.secret.OutputRules;
import dev.sandlot.problem.secret.TestCase;
import dev.sandlot.sandbox.MemorySize;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemLoaderTest {

    /// A rule-abiding file; tests break one rule of it each.
    private static final String TWICE =
            """
            problem_format_version: 2025-09
            x_single_file: 1
            name: Twice
            uuid: 5b0f8a52-4f0e-4d6a-9a44-5d1b8c1f6a02
            credits: Ada Example
            license: cc0
            keywords: [easy, numbers]
            languages: all
            limits: {time_limit: 1.5, memory: 128, output: 1, code: 64}
            data:
              sample:
                "1": {in: "3", ans: "6"}
              secret:
                "02-large": {in: "70000001\\n", ans_from: ok.py}
                "01-zero": {in: "0\\n", ans: "0\\n", description: the smallest}
            submissions:
              accepted:
                ok.py: |
                  print(2 * int(input()))
            ---
            Print *twice* the number.
            ---
            That was a rule, not the front matter.
            """;

    @Test
    void readsThePublicPart() {
        Problem problem = load(TWICE).problem();
        assertThat(problem.id()).isEqualTo("twice");
        assertThat(problem.title()).isEqualTo("Twice");
        assertThat(problem.difficulty()).isEqualTo("easy");
        assertThat(problem.tags()).containsExactly("numbers");
        assertThat(problem.timeLimit()).isEqualTo(Duration.ofMillis(1500));
        assertThat(problem.memoryLimit()).isEqualTo(MemorySize.ofMib(128));
        assertThat(problem.codeLimit()).isEqualTo(MemorySize.ofKib(64));
        assertThat(problem.samples()).containsExactly(new Problem.Sample("1", "3\n", "6\n"));
        assertThat(problem.tests()).isEqualTo(3);
        assertThat(problem.statementHtml()).contains("<em>twice</em>").contains("That was a rule");
    }

    @Test
    void judgesSamplesFirstThenSecretCasesByName() {
        assertThat(load(TWICE).tests())
                .extracting(TestCase::toString)
                .containsExactly("sample 1", "secret 01-zero", "secret 02-large");
    }

    @Test
    void anAnswerIsGivenOrPrintedByTheJury() {
        JudgingData data = load(TWICE);
        assertThat(data.tests().get(1).answer())
                .isInstanceOfSatisfying(
                        Answer.Given.class, it -> assertThat(it.bytes()).isEqualTo(bytes("0\n")));
        assertThat(data.tests().get(2).answer())
                .isEqualTo(new Answer.PrintedBy(data.submissions().getFirst()));
    }

    @Test
    void theHashIsThatOfTheWholeFile() {
        assertThat(load(TWICE).problem().hash())
                .hasSize(64)
                .isNotEqualTo(load(TWICE + "\n").problem().hash());
    }

    @Test
    void outputIsComparedAsTheArgumentsSay() {
        String arguments =
                "output_validator_args: [case_sensitive, float_absolute_tolerance, \"1e-6\"]\n";
        assertThat(load(arguments + TWICE).outputRules())
                .isEqualTo(
                        new OutputRules(
                                true,
                                false,
                                Optional.of(new BigDecimal("1e-6")),
                                Optional.empty()));
    }

    @Test
    void startersComeFromTheAttachments() {
        String attachments =
                "attachments: {templates: {python3: {main.py: \"n = int(input())\"}}}\n";
        assertThat(load(attachments + TWICE).problem().templates())
                .containsEntry("python3", "n = int(input())");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  accepted:", "  secret:"})
    void withoutAnAcceptedSubmissionOrASecretCaseItIsADraft(String needed) {
        String draft =
                needed.contains("accepted")
                        ? TWICE.replace("ans_from: ok.py", "ans: \"140000002\"")
                                .replace("  accepted:", "  rejected:")
                        : TWICE.replaceAll("(?s)  secret:.*?submissions:", "submissions:");
        assertThat(loaded(draft).draft()).isTrue();
        assertThat(loaded(TWICE).draft()).isFalse();
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                broken("2025-09", "legacy", "problem_format_version must be 2025-09"),
                broken("x_single_file: 1", "x_single_file: 2", "x_single_file must be 1"),
                broken("x_single_file: 1\n", "", "x_single_file must be 1"),
                broken("name: Twice\n", "", "name is missing"),
                broken(
                        "name: Twice\n",
                        "name: \"Twi\\u202ece\"\n",
                        "name must not hold control or invisible characters"),
                broken("name: Twice", "name:", "name has no value"),
                broken("name: Twice", "name: 2", "name must be a string: put it in quotes, not 2"),
                broken("uuid: 5b0f8a52-4f0e-4d6a-9a44-5d1b8c1f6a02\n", "", "uuid is missing"),
                broken("uuid: 5b0f8a52", "uuid: 5b0f", "uuid is not a UUID: 5b0f-4f0e"),
                broken("license: cc0", "license: gpl", "license is not one"),
                broken("keywords: [easy, numbers]", "keywords: easy", "keywords must be a list"),
                broken(
                        "[easy, numbers]",
                        "[easy, 3]",
                        "must hold strings only: put them in quotes"),
                broken("languages: all", "languages: [C++]", "languages holds no language id: C++"),
                broken("languages: all", "languages: []", "languages must be all or a list"),
                broken("languages: all", "colour: red", "colour is not a key of this format"),
                broken("languages: all", "x_feedback: all", "x_feedback is not a key"),
                broken("languages: all", "constants: {n: 1}", "constants is not a key"),
                broken("languages: all", "type: interactive", "type must be pass-fail"),
                broken("languages: all", "name: Twice", "a key stands twice at line"),
                broken("languages: all", "languages: !!str all", "tags are not allowed at line 8"),
                broken("languages: all", "languages: [all", "not valid YAML at line"),
                broken("languages: all", "1: one", "has a key that is not a string"),
                broken("time_limit: 1.5, ", "", "limits.time_limit is missing"),
                broken("time_limit: 1.5", "time_limit: 0", "limits.time_limit must be from 0.1 to"),
                broken(
                        "time_limit: 1.5",
                        "time_limit: 99",
                        "limits.time_limit must be from 0.1 to"),
                broken("time_limit: 1.5", "time_limit: .nan", "limits.time_limit must be from"),
                broken("time_limit: 1.5", "time_limit: fast", "must be a number, not fast"),
                broken("memory: 128", "memory: 9999", "limits.memory must be a whole number"),
                broken(
                        "output: 1",
                        "output: 0.5",
                        "limits.output must be a whole number from 1 to"),
                broken("code: 64", "time_multipliers: {}", "limits.time_multipliers is not a key"),
                broken("in: \"3\"", "in: 3", "data.sample.1.in must be a string: put it in quotes"),
                broken("ans: \"6\"", "ans: 6", "data.sample.1.ans must be a string"),
                broken("ans: \"6\"", "ans_from: ok.py", "data.sample.1.ans_from is for secret"),
                broken(", ans: \"6\"", "", "data.sample.1.ans or ans_from must be there"),
                broken("ans: \"0\\n\"", "ans: \"0\\n\", ans_from: ok.py", "and not both"),
                broken("ans_from: ok.py", "ans_from: no.py", "names no program in"),
                broken("description:", "hint:", "data.secret.01-zero.hint is not a key"),
                broken("\"01-zero\":", "\"../zero\":", "is not a test case's name"),
                broken("  sample:", "  simple:", "data.simple is not a key"),
                broken("  accepted:", "  correct:", "submissions.correct is not a folder"),
                broken("ok.py: |", "ok py: |", "is not a program's file name"),
                broken("---\nPrint", "-- -\nPrint", "not valid YAML"),
                broken("Print *twice*", "Print\r *twice*", "holds a carriage return"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("brokenRules")
    void refuses(String rule, String broken, String message) {
        String text = TWICE.replace(rule, broken);
        assertThat(text).isNotEqualTo(TWICE);
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(ProblemFormatException.class)
                .hasMessageStartingWith("twice.md: ")
                .hasMessageContaining(message);
    }

    /// Each of these files has a fault next to a secret; the secret is always 70000001.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "in: 70000001, ans_from: ok.py",
                "in: \"70000001\\n\", ans: 70000001",
                "in: [\"70000001\"], ans_from: ok.py",
                "in: {70000001: 1}, ans_from: ok.py",
                "\"70000001\": 1, ans_from: ok.py",
                "in: \"70000001, ans_from: ok.py",
                "in: !!int 70000001, ans_from: ok.py",
                "in: \"70000001\", in: \"70000001\"",
                "in: *70000001, ans_from: ok.py",
                "in: \"\\70000001\", ans_from: ok.py",
                "in: @70000001, ans_from: ok.py"
            })
    void messagesNeverHoldSecretData(String secret) {
        String text = TWICE.replace("in: \"70000001\\n\", ans_from: ok.py", secret);
        assertThat(text).isNotEqualTo(TWICE);
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(ProblemFormatException.class)
                .hasMessageNotContaining("70000001")
                .hasNoCause();
    }

    @Test
    void refusesTooManyTestCases() {
        String cases =
                IntStream.range(0, ProblemLoader.MAX_TEST_CASES)
                        .mapToObj("    \"more%d\": {in: \"1\", ans: \"2\"}\n"::formatted)
                        .collect(Collectors.joining());
        assertThatThrownBy(() ->
                        load(
                                TWICE.replace("submissions:", cases.strip() + "\nsubmissions:")
                                        .replace("\"more0\"", "    \"more0\"")))
                .hasMessageContaining("at most 64 are allowed");
    }

    @Test
    void refusesALargeFile() {
        assertThatThrownBy(() -> load(TWICE + "x".repeat(ProblemText.MAX_BYTES)))
                .hasMessage("twice.md: is larger than 262144 bytes");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin1 = TWICE.replace("rule", "r\u00e9gle").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ProblemText.of("twice.md", latin1))
                .hasMessage("twice.md: is not UTF-8");
    }

    @Test
    void refusesAFirstLineThatEndsTheFrontMatter() {
        assertThatThrownBy(() -> load("---\n" + TWICE)).hasMessageContaining("starts with ---");
    }

    @Test
    void refusesAFileWithoutABody() {
        assertThatThrownBy(() -> load(TWICE.replace("---\n", "")))
                .hasMessageContaining("no line is exactly ---");
    }

    @Test
    void refusesManyAliases() {
        String bomb = "version: &a \"1\"\nsource: [" + "*a, ".repeat(17) + "*a]\n";
        assertThatThrownBy(() -> load(bomb + TWICE)).hasMessageContaining("aliases");
    }

    @Test
    void warnsOfASecretInThePublicPart() {
        String secret = "in: \"1234567 7654321 99\"";
        String text = TWICE.replace("in: \"70000001\\n\"", secret) + "Try 1234567 7654321 99.\n";
        assertThat(loaded(text).warnings())
                .singleElement()
                .asString()
                .contains("02-large")
                .doesNotContain("1234567");
        assertThat(loaded(TWICE).warnings()).isEmpty();
    }

    private static Arguments broken(String rule, String broken, String message) {
        return arguments(rule, broken, message);
    }

    private static JudgingData load(String text) {
        return loaded(text).data();
    }

    private static LoadedProblem loaded(String text) {
        return ProblemLoader.load(ProblemText.of("twice.md", bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
