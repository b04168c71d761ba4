package dev.sandlot.language;

import dev.sandlot.language.Language.CompileStep;
import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compiles and runs a program of our own, to see whether a language works.
final class Trial {

    private static final String CLIENT = "languages";
    private static final MemorySize ARTIFACT = MemorySize.ofMib(64);

    private final Sandbox sandbox;
    private final Language language;

    Trial(Sandbox sandbox, Language language) {
        this.sandbox = sandbox;
        this.language = language;
    }

    /// How a step ended, with what it printed.
    record Ended(JobResult result, String stdout, String stderr) {

        boolean succeeded() {
            return result.outcome().equals(new Outcome.Exited(0));
        }
    }

    /// @param files the first is the main file
    Ended compile(List<JailFile> files) {
        CompileStep step = language.compile().orElseThrow();
        Limits limits = step.limits().clampTo(sandbox.maximum(Profile.COMPILE));
        List<String> names = files.stream().map(JailFile::name).toList();
        return end(
                job(
                        Profile.COMPILE,
                        language.compileCommand(names.getFirst(), names, List.of(), limits),
                        language.compileEnv(limits),
                        files,
                        "",
                        limits,
                        new Collect(step.collect(), ARTIFACT)));
    }

    /// @param files those that the run step needs: what the compile step made, or the sources
    Ended run(String mainFile, List<JailFile> files, String stdin, List<String> args) {
        return end(runJob(mainFile, files, stdin, args));
    }

    Job runJob(String mainFile, List<JailFile> files, String stdin, List<String> args) {
        Limits limits = language.run().limits().clampTo(sandbox.maximum(Profile.RUN));
        List<String> argv = new ArrayList<>(language.runCommand(mainFile, limits));
        argv.addAll(args);
        return job(
                Profile.RUN, argv, language.runEnv(limits), files, stdin, limits, Collect.NOTHING);
    }

    /// The source as the language's formatter prints it.
    Ended format(String mainFile, String source) {
        Limits limits = LanguageFolder.COMPILE_LIMITS.clampTo(sandbox.maximum(Profile.COMPILE));
        return end(
                job(
                        Profile.COMPILE,
                        language.formatCommand(mainFile, limits),
                        language.formatEnv(limits),
                        List.of(),
                        source,
                        limits,
                        Collect.NOTHING));
    }

    /// Both steps, the second only when the first succeeded.
    Ended compileAndRun(List<JailFile> files, String stdin, List<String> args) {
        String mainFile = files.getFirst().name();
        if (language.compile().isEmpty()) {
            return run(mainFile, files, stdin, args);
        }
        Ended compiled = compile(files);
        if (!compiled.succeeded()) {
            return compiled;
        }
        return run(mainFile, program(files, compiled.result().files()), stdin, args);
    }

    /// What the compiler made, and what isn't source code: both may name the same file.
    List<JailFile> program(List<JailFile> files, List<JailFile> made) {
        Map<String, JailFile> byName = new LinkedHashMap<>();
        files.stream().filter(file -> !isSource(file)).forEach(f -> byName.put(f.name(), f));
        made.forEach(file -> byName.put(file.name(), file));
        return List.copyOf(byName.values());
    }

    private boolean isSource(JailFile file) {
        return !language.run().sources()
                && language.endings().stream().anyMatch(e -> file.name().endsWith("." + e));
    }

    private Job job(
            Profile profile,
            List<String> argv,
            Map<String, String> env,
            List<JailFile> files,
            String stdin,
            Limits limits,
            Collect collect) {
        return new Job(
                profile,
                language.root(),
                argv,
                env,
                files,
                stdin.getBytes(StandardCharsets.UTF_8),
                false,
                false,
                limits,
                collect,
                CLIENT);
    }

    private Ended end(Job job) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Execution execution =
                sandbox.start(
                        job,
                        (stream, bytes, _) ->
                                (switch (stream) {
                                            case STDOUT -> stdout;
                                            case STDERR -> stderr;
                                        })
                                        .writeBytes(bytes));
        JobResult result = execution.result().join();
        return new Ended(
                result,
                stdout.toString(StandardCharsets.UTF_8),
                stderr.toString(StandardCharsets.UTF_8));
    }
}
