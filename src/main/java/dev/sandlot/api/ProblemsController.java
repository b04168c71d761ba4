package dev.sandlot.api;

import dev.sandlot.problem.Problem;
import dev.sandlot.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Problems", description = "Programming problems and their verdicts.")
class ProblemsController {

    private final Problems problems;

    ProblemsController(Problems problems) {
        this.problems = problems;
    }

    @Schema(name = "ProblemEntry")
    record Entry(
            @Schema(example = "fizzbuzz") String id,
            @Schema(example = "FizzBuzz") String title,
            List<String> tags,
            @Schema(example = "easy") String difficulty) {

        static Entry of(Problem problem) {
            return new Entry(problem.id(), problem.title(), problem.tags(), problem.difficulty());
        }
    }

    /// The public part: nothing of the secret tests but how many tests there are.
    @Schema(name = "Problem")
    record Whole(
            String id,
            String title,
            List<String> tags,
            String difficulty,
            @Schema(description = "Sanitised HTML.") String statement,
            List<Sample> samples,
            ProblemLimits limits,
            @Schema(description = "Whether output is compared with regard to case.")
                    boolean caseSensitive,
            @Schema(description = "Ids; empty means every language.") Set<String> languages,
            @Schema(description = "Starter code by language id.") Map<String, String> templates,
            @Schema(description = "Number of tests, samples included.") int tests) {

        static Whole of(Problem problem) {
            return new Whole(
                    problem.id(),
                    problem.title(),
                    problem.tags(),
                    problem.difficulty(),
                    problem.statementHtml(),
                    problem.samples().stream().map(Sample::of).toList(),
                    ProblemLimits.of(problem),
                    problem.caseSensitive(),
                    new TreeSet<>(problem.languages()),
                    problem.templates(),
                    problem.tests());
        }
    }

    @Schema(name = "Sample")
    record Sample(String name, String input, String answer) {

        static Sample of(Problem.Sample sample) {
            return new Sample(sample.name(), sample.input(), sample.answer());
        }
    }

    @Schema(name = "ProblemLimits")
    record ProblemLimits(
            @Schema(description = "Per test, before the language's factor and allowance.")
                    long cpuTimeMs,
            long memoryBytes,
            long outputBytes,
            @Schema(description = "Of the submitted files together.") long codeBytes) {

        static ProblemLimits of(Problem problem) {
            return new ProblemLimits(
                    problem.timeLimit().toMillis(),
                    problem.memoryLimit().bytes(),
                    problem.outputLimit().bytes(),
                    problem.codeLimit().bytes());
        }
    }

    @GetMapping(path = "/api/v1/problems", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "problems", summary = "The published problems, by title")
    List<Entry> all() {
        return problems.all().stream().map(Entry::of).toList();
    }

    @GetMapping(path = "/api/v1/problems/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "problem", summary = "A problem: statement, samples, limits")
    Whole find(@PathVariable String id) {
        return problems.find(id)
                .map(Whole::of)
                .orElseThrow(() -> new NotFoundException("There is no such problem"));
    }
}
