package dev.sandlot.judge;

import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.problem.secret.Answer;
import dev.sandlot.problem.secret.JudgingData;
import dev.sandlot.problem.secret.JurySubmission;
import dev.sandlot.problem.secret.TestCase;
import dev.sandlot.run.Compilation;
import dev.sandlot.run.Program;
import dev.sandlot.run.RunService;
import dev.sandlot.run.SourceFile;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Stream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The answers of test cases. One that the jury's program prints is made once per version of the
/// problem, when it is first needed, and kept in memory only.
@Component
class Answers {

    private static final String CLIENT = "jury";

    private record Key(String problemHash, String test) {}

    private final RunService runs;
    private final Languages languages;
    private final Patience patience;
    private final Map<Key, byte[]> printed = new ConcurrentHashMap<>();

    Answers(RunService runs, Languages languages, JudgeSettings settings) {
        this.runs = runs;
        this.languages = languages;
        this.patience = new Patience(settings.retryDelay());
    }

    /// @throws JuryException when the jury's program gives no answer
    byte[] of(JudgingData data, TestCase test) throws InterruptedException {
        return switch (test.answer()) {
            case Answer.Given(byte[] bytes) -> bytes;
            case Answer.PrintedBy(JurySubmission submission) -> {
                var key = new Key(data.problem().hash(), test.name());
                byte[] known = printed.get(key);
                if (known == null) {
                    known = print(data, submission, test);
                    printed.put(key, known);
                }
                yield known;
            }
        };
    }

    private byte[] print(JudgingData data, JurySubmission submission, TestCase test)
            throws InterruptedException {
        Language language = language(data, submission);
        Program program = compile(data, submission, language);
        var output = new ByteArrayOutputStream();
        JobResult result =
                patience.await(() -> {
                    output.reset();
                    return runs.execute(
                            program,
                            test.input(),
                            TestLimits.of(data.problem(), language).limits(),
                            (stream, bytes, _) -> keep(stream, bytes, output),
                            CLIENT);
                });
        if (!result.outcome().equals(new Outcome.Exited(0)) || result.outputTruncated()) {
            throw new JuryException(
                    data, submission + " gives no answer to " + test + ": " + result.outcome());
        }
        return output.toByteArray();
    }

    private static void keep(Stream stream, byte[] bytes, ByteArrayOutputStream output) {
        if (stream == Stream.STDOUT) {
            output.writeBytes(bytes);
        }
    }

    private Program compile(JudgingData data, JurySubmission submission, Language language)
            throws InterruptedException {
        List<SourceFile> files = List.of(new SourceFile(language.fileName(), submission.source()));
        Compilation compilation = patience.await(() -> runs.compile(language, files, CLIENT));
        return compilation
                .program()
                .orElseThrow(() -> new JuryException(data, submission + " does not compile"));
    }

    private Language language(JudgingData data, JurySubmission submission) {
        String ending = submission.fileName().substring(submission.fileName().indexOf('.') + 1);
        return languages
                .ofEnding(ending)
                .orElseThrow(() ->
                        new JuryException(data, submission + " is in no language that works"));
    }
}
