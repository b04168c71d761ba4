package dev.sandlot.run;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns steps into jobs of the sandbox.
@Component
class Jails {

    private final Sandbox sandbox;

    Jails(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// What a run step is given beside its program.
    ///
    /// @param open whether more may be typed after `stdin`, on a terminal
    record Situation(
            byte[] stdin,
            boolean open,
            List<String> args,
            Map<String, String> env,
            Limits limits,
            Collect collect,
            String client) {}

    /// @throws SandboxBusyException when the queue is full
    /// @throws SandboxUnavailableException when no job is accepted
    Execution run(Program program, Situation situation, JobListener listener) {
        Language language = program.language();
        List<String> argv =
                new ArrayList<>(language.runCommand(program.mainFile(), situation.limits()));
        argv.addAll(situation.args());
        Map<String, String> env = new HashMap<>(situation.env());
        env.putAll(language.runEnv(situation.limits()));
        Job job =
                new Job(
                        Profile.RUN,
                        language.root(),
                        argv,
                        env,
                        program.files(),
                        situation.stdin(),
                        situation.open(),
                        situation.open(),
                        situation.limits(),
                        situation.collect(),
                        situation.client());
        return SecondTry.start(sandbox, job, listener);
    }

    /// The limits in force: what is asked for, else the language's own, at most the sandbox's.
    Limits inForce(LimitsRequest asked, Limits defaults, Profile profile) {
        return new Limits(
                        millis(asked.cpuTimeMs(), defaults.cpuTime()),
                        millis(asked.wallTimeMs(), defaults.wallTime()),
                        bytes(asked.memoryBytes(), defaults.memory()),
                        bytes(asked.outputBytes(), defaults.output()),
                        asked.processes() == null ? defaults.processes() : asked.processes(),
                        bytes(asked.fileSizeBytes(), defaults.fileSize()))
                .clampTo(sandbox.maximum(profile));
    }

    /// A program's files for the run step: what the compiler made, and what of the user's own is
    /// not source code, or all of it where the sources are needed.
    static Program program(Language language, List<SourceFile> files, List<JailFile> made) {
        Map<String, JailFile> byName = new LinkedHashMap<>();
        boolean sources = language.compile().isEmpty() || language.run().sources();
        files.stream()
                .filter(file -> sources || !isSource(language, file.name()))
                .map(file -> JailFile.of(file.name(), file.content()))
                .forEach(file -> byName.put(file.name(), file));
        made.forEach(file -> byName.put(file.name(), file));
        return new Program(language, List.copyOf(byName.values()), files.getFirst().name());
    }

    private static boolean isSource(Language language, String name) {
        return language.endings().stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    private static Duration millis(@Nullable Long asked, Duration otherwise) {
        return asked == null ? otherwise : Duration.ofMillis(asked);
    }

    private static MemorySize bytes(@Nullable Long asked, MemorySize otherwise) {
        return asked == null ? otherwise : new MemorySize(asked);
    }
}
