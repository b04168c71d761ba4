package dev.sandlot.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Jobs for tests: a plain one, changed step by step.
public record Jobs(Job job) {

    public static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    MemorySize.ofMib(64),
                    MemorySize.ofKib(64),
                    32,
                    MemorySize.ofMib(16));

    public static Jobs run(String... argv) {
        return new Jobs(
                new Job(
                        Profile.RUN,
                        Sandbox.MAIN_ROOT,
                        List.of(argv),
                        Map.of(),
                        List.of(),
                        new byte[0],
                        false,
                        false,
                        LIMITS,
                        Collect.NOTHING,
                        "tests"));
    }

    public static Jobs shell(String script) {
        return run("/bin/sh", "-c", script);
    }

    public Jobs in(Profile profile) {
        return new Jobs(
                new Job(
                        profile,
                        job.root(),
                        job.argv(),
                        job.env(),
                        job.files(),
                        job.stdin(),
                        job.stdinOpen(),
                        job.terminal(),
                        job.limits(),
                        job.collect(),
                        job.client()));
    }

    /// In another root file system.
    public Jobs under(String root) {
        return new Jobs(
                new Job(
                        job.profile(),
                        root,
                        job.argv(),
                        job.env(),
                        job.files(),
                        job.stdin(),
                        job.stdinOpen(),
                        job.terminal(),
                        job.limits(),
                        job.collect(),
                        job.client()));
    }

    public Jobs of(String client) {
        return new Jobs(
                new Job(
                        job.profile(),
                        job.root(),
                        job.argv(),
                        job.env(),
                        job.files(),
                        job.stdin(),
                        job.stdinOpen(),
                        job.terminal(),
                        job.limits(),
                        job.collect(),
                        client));
    }

    public Jobs with(Limits limits) {
        return new Jobs(
                new Job(
                        job.profile(),
                        job.root(),
                        job.argv(),
                        job.env(),
                        job.files(),
                        job.stdin(),
                        job.stdinOpen(),
                        job.terminal(),
                        limits,
                        job.collect(),
                        job.client()));
    }

    public Jobs with(Map<String, String> env) {
        return new Jobs(
                new Job(
                        job.profile(),
                        job.root(),
                        job.argv(),
                        env,
                        job.files(),
                        job.stdin(),
                        job.stdinOpen(),
                        job.terminal(),
                        job.limits(),
                        job.collect(),
                        job.client()));
    }

    public Jobs with(JailFile... files) {
        return new Jobs(
                new Job(
                        job.profile(),
                        job.root(),
                        job.argv(),
                        job.env(),
                        List.of(files),
                        job.stdin(),
                        job.stdinOpen(),
                        job.terminal(),
                        job.limits(),
                        job.collect(),
                        job.client()));
    }

    public Jobs reading(byte[] stdin) {
        return new Jobs(
                new Job(
                        job.profile(),
                        job.root(),
                        job.argv(),
                        job.env(),
                        job.files(),
                        stdin,
                        job.stdinOpen(),
                        job.terminal(),
                        job.limits(),
                        job.collect(),
                        job.client()));
    }

    public Jobs reading(String stdin) {
        return reading(stdin.getBytes(StandardCharsets.UTF_8));
    }

    /// More may be typed later.
    public Jobs typed() {
        return interactive(false);
    }

    public Jobs onTerminal() {
        return interactive(true);
    }

    public Jobs collecting(MemorySize totalSize, String... names) {
        return new Jobs(
                new Job(
                        job.profile(),
                        job.root(),
                        job.argv(),
                        job.env(),
                        job.files(),
                        job.stdin(),
                        job.stdinOpen(),
                        job.terminal(),
                        job.limits(),
                        new Collect(List.of(names), totalSize),
                        job.client()));
    }

    private Jobs interactive(boolean terminal) {
        return new Jobs(
                new Job(
                        job.profile(),
                        job.root(),
                        job.argv(),
                        job.env(),
                        job.files(),
                        job.stdin(),
                        true,
                        terminal,
                        job.limits(),
                        job.collect(),
                        job.client()));
    }
}
