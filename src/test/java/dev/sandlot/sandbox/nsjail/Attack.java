package dev.sandlot.sandbox.nsjail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.attack.HostileProgram;
import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One hostile program and the sandbox that it attacks, by its language's own commands.
record Attack(
        HostileProgram program, Language language, Sandbox sandbox, Canary canary, String client) {

    private static final MemorySize ARTIFACT = MemorySize.ofMib(64);
    private static final MemorySize COLLECTED = MemorySize.ofMib(1);

    /// How the step that counts ended, and what it printed.
    record Ended(JobResult result, Heard heard) {}

    /// Compiles the program if its language wants that, and runs it as often as it says.
    List<Ended> run() {
        if (program.attacksTheCompiler()) {
            return List.of(end(compileJob(program.limits(compileStep().limits()))));
        }
        List<JailFile> files = language.compile().isPresent() ? compiled() : sources();
        return Stream.generate(() -> end(runJob(files))).limit(program.repeats()).toList();
    }

    private List<JailFile> compiled() {
        // Not what is tried here, and some compilers are slow where much else is compiled.
        Ended compile = end(compileJob(sandbox.maximum(Profile.COMPILE)));
        assertThat(compile.result().outcome())
                .as("compiling %s: %s", program.title(), compile.heard().stderr())
                .isEqualTo(new Outcome.Exited(0));
        Map<String, JailFile> files = new LinkedHashMap<>();
        sources().stream()
                .filter(file -> !isSource(file) || language.run().sources())
                .forEach(file -> files.put(file.name(), file));
        compile.result().files().forEach(file -> files.put(file.name(), file));
        return List.copyOf(files.values());
    }

    private boolean isSource(JailFile file) {
        return language.endings().stream().anyMatch(ending -> file.name().endsWith("." + ending));
    }

    private List<JailFile> sources() {
        return program.files(canary.file()).stream()
                .map(file -> new JailFile(file.name(), file.content(), true))
                .toList();
    }

    private Language.CompileStep compileStep() {
        return language.compile().orElseThrow();
    }

    private Job compileJob(Limits limits) {
        List<JailFile> files = sources();
        List<String> names = files.stream().map(JailFile::name).toList();
        Limits inForce = limits.clampTo(sandbox.maximum(Profile.COMPILE));
        return new Job(
                Profile.COMPILE,
                language.root(),
                language.compileCommand(
                        program.mainFile(), names, program.header().list("options"), inForce),
                language.compileEnv(inForce),
                files,
                new byte[0],
                false,
                false,
                inForce,
                new Collect(compileStep().collect(), ARTIFACT),
                client);
    }

    private Job runJob(List<JailFile> files) {
        Limits limits =
                program.limits(language.run().limits()).clampTo(sandbox.maximum(program.profile()));
        Map<String, String> env = new HashMap<>(canary.variables());
        env.putAll(language.runEnv(limits));
        return new Job(
                program.profile(),
                language.root(),
                command(limits),
                env,
                files,
                program.stdin().getBytes(UTF_8),
                program.stdinOpen(),
                program.terminal(),
                limits,
                new Collect(program.header().list("collect"), COLLECTED),
                client);
    }

    /// The header's own command, else the language's.
    private List<String> command(Limits limits) {
        List<String> given = program.header().list("run");
        return given.isEmpty()
                ? language.runCommand(program.mainFile(), limits)
                : given.stream().map(word -> word.replace("PROBE", program.mainFile())).toList();
    }

    private Ended end(Job job) {
        Running running = Heard.start(sandbox, job);
        JobResult result = running.result();
        assertThat(result.outcome())
                .as("no program makes the sandbox fail: %s", program.title())
                .isNotInstanceOf(Outcome.SandboxFailure.class);
        assertThat(canary.tracesIn(running.heard(), result)).as("traces of the canary").isEmpty();
        return new Ended(result, running.heard());
    }
}
