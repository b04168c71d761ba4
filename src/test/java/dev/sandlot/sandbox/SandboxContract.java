package dev.sandlot.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sandlot.attack.Attacks;
import dev.sandlot.sandbox.Heard.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every sandbox promises to its callers, local or remote. An implementation's test extends
/// this.
@Timeout(120)
public abstract class SandboxContract {

    /// Ready to accept jobs.
    protected abstract Sandbox sandbox();

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aJobRunsAndReportsWhatItUsed(Profile profile) {
        Running running = start(Jobs.shell("echo hello").in(profile));
        JobResult result = running.result();

        assertThat(result.outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(running.heard().stdout()).isEqualTo("hello\n");
        assertThat(running.heard().stderr()).isEmpty();
        assertThat(result.cpuTime()).isPositive();
        assertThat(result.wallTime()).isPositive().isLessThan(Duration.ofSeconds(10));
        assertThat(result.peakMemory().bytes()).isPositive();
        assertThat(result.limits()).isEqualTo(Jobs.LIMITS);
        assertThat(result.files()).isEmpty();
        assertThat(result.outputTruncated()).isFalse();
        assertThat(result.errorsTruncated()).isFalse();
        assertThat(result.processLimitHit()).isFalse();
        assertThat(result.memoryLimitHit()).isFalse();
        assertThat(result.filesTruncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 126, 127, 137, 255})
    void everyExitCodeComesBack(int code) {
        assertThat(outcomeOf(Jobs.shell("exit " + code))).isEqualTo(new Outcome.Exited(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGABRT", "SIGFPE", "SIGILL", "SIGKILL", "SIGSEGV", "SIGTERM"})
    void everySignalComesBackByItsName(String signal) {
        String shortName = signal.substring(3);

        assertThat(outcomeOf(Jobs.shell("kill -" + shortName + " $$")))
                .isEqualTo(new Outcome.Signalled(signal));
    }

    @Test
    void theTwoStreamsStayApart() {
        Running running = start(Jobs.shell("echo out; echo err >&2"));
        running.result();

        assertThat(running.heard().stdout()).isEqualTo("out\n");
        assertThat(running.heard().stderr()).isEqualTo("err\n");
    }

    @Test
    void argumentsAndVariablesArriveAsTheyAre() {
        Running running =
                start(
                        Jobs.run("/usr/bin/printf", "%s|", "a b", "", "$HOME", "ü", "-n", "--")
                                .with(Map.of("IGNORED", "x")));
        Running env = start(Jobs.shell("printf '%s' \"$MODE\"").with(Map.of("MODE", "a=b\nc")));
        running.result();
        env.result();

        assertThat(running.heard().stdout()).isEqualTo("a b||$HOME|ü|-n|--|");
        assertThat(env.heard().stdout()).isEqualTo("a=b\nc");
    }

    @Test
    void filesAreThereBeforeTheStart() {
        JailFile data = JailFile.of("data/deep/in.txt", "content".getBytes(UTF_8));
        JailFile program =
                new JailFile("run me", "#!/bin/sh\ncat data/deep/in.txt\n".getBytes(UTF_8), true);

        Running running = start(Jobs.run("./run me").with(data, program));

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(running.heard().stdout()).isEqualTo("content");
    }

    @Test
    void bigFilesGoInAndComeOutByteForByte() {
        byte[] content = new byte[5_000_000];
        new Random(3).nextBytes(content);
        Jobs job =
                Jobs.shell("cp in out")
                        .in(Profile.COMPILE)
                        .with(JailFile.of("in", content))
                        .collecting(MemorySize.ofMib(8), "out");

        JobResult result = start(job).result();

        assertThat(result.files()).hasSize(1);
        assertThat(result.files().getFirst().name()).isEqualTo("out");
        assertThat(result.files().getFirst().content()).isEqualTo(content);
    }

    @Test
    void stdinIsReadToItsEnd() {
        byte[] stdin = new byte[3_000_000];
        new Random(4).nextBytes(stdin);

        Running running = start(Jobs.run("/usr/bin/sha256sum").reading(stdin));
        running.result();

        assertThat(running.heard().stdout()).startsWith(sha256(stdin));
    }

    @Test
    void aProgramNeedNotReadItsInput() {
        byte[] stdin = new byte[3_000_000];

        assertThat(outcomeOf(Jobs.shell("exit 4").reading(stdin))).isEqualTo(new Outcome.Exited(4));
    }

    @Test
    void aProgramMayCloseItsInputAndGoOn() {
        Running running =
                start(Jobs.shell("exec <&-; sleep 0.2; echo done").reading(new byte[3_000_000]));

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(running.heard().stdout()).isEqualTo("done\n");
    }

    @Test
    void oneCanTypeToARunningProgram() {
        Running running =
                start(Jobs.shell("while read line; do echo \"<$line>\"; done; echo end").typed());
        running.type("one\n");
        running.heard().awaitOutput("<one>\n");
        running.type("two\n");
        running.heard().awaitOutput("<two>\n");
        assertThat(running.execution().result()).isNotDone();
        running.execution().endInput();

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(running.heard().stdout()).isEqualTo("<one>\n<two>\nend\n");
        assertThat(running.execution().type("late".getBytes(UTF_8))).isFalse();
    }

    @Test
    void onATerminalAProgramPromptsAndReads() {
        Running running =
                start(
                        Jobs.shell(
                                        "test -t 0 && test -t 1 && printf 'name? '; read n; echo"
                                                + " \"hi $n\"; echo bye >&2")
                                .onTerminal());
        running.heard().awaitOutput("name? ");
        running.type("Ada\n");

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(running.heard().stdout()).contains("hi Ada").doesNotContain("bye");
        assertThat(running.heard().stderr()).isEqualTo("bye\n");
    }

    @Attacks({9, 73})
    @ParameterizedTest
    @CsvSource({"3, SIGINT", "28, SIGQUIT"})
    void theKeysThatInterruptAreSignalsOnATerminal(int key, String signal) {
        Running running =
                start(Jobs.run("/usr/bin/perl", "-e", "print qq(up\n); sleep 60").onTerminal());
        running.heard().awaitOutput("up");
        running.type(String.valueOf((char) key));

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Signalled(signal));
    }

    /// It says when it does: a key that comes before is one of those above.
    @Attacks({9, 73})
    @Test
    void aProgramOnATerminalMayIgnoreEveryKey() {
        String script =
                "$SIG{$_} = 'IGNORE' for qw(INT QUIT TSTP); print qq(up\\n);"
                        + " while (<STDIN>) { last if /end/ } print qq(held\\n)";
        Running running = start(Jobs.run("/usr/bin/perl", "-e", script).onTerminal());
        running.heard().awaitOutput("up");
        running.type("a\003\034\032\023\021b\nend\n");

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(running.heard().stdout()).contains("held");
    }

    @Test
    void endOfInputReachesAProgramOnATerminal() {
        Running running = start(Jobs.shell("cat; echo end").onTerminal());
        running.type("x\n");
        running.heard().awaitOutput("x");
        running.execution().endInput();

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(running.heard().stdout()).contains("end");
    }

    @Test
    void outputIsHeardWhileTheProgramRuns() {
        Running running = start(Jobs.shell("echo early; read x; echo late").typed());

        running.heard().awaitOutput("early\n");
        assertThat(running.execution().result()).isNotDone();
        running.type("\n");

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(running.heard().stdout()).isEqualTo("early\nlate\n");
    }

    @Test
    void aRunningProgramCanBeStopped() {
        Running running = start(Jobs.shell("echo looping; while :; do :; done"));
        running.heard().awaitOutput("looping\n");

        running.execution().cancel();
        running.execution().cancel();

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Cancelled());
        running.execution().cancel();
        assertThat(running.result().outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void aJobCancelledAtOnceEndsToo() {
        for (int i = 0; i < 20; i++) {
            Running running = start(Jobs.run("/bin/sleep", "30"));
            running.execution().cancel();

            assertThat(running.result().outcome()).isEqualTo(new Outcome.Cancelled());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CPU_TIME, 20s, while :; do :; done",
        "WALL_TIME, 1s, sleep 60",
        "MEMORY, 20s, exec perl -e '$x .= q(0123456789abcdef) x 65536 for 1 .. 256'",
        "OUTPUT, 20s, yes",
        "FILE_SIZE, 20s, exec dd if=/dev/zero of=/tmp/big bs=64k count=64"
    })
    void everyLimitEndsTheProgramAndSaysSo(Limit limit, String wallTime, String script) {
        Limits limits =
                new Limits(
                        Duration.ofMillis(500),
                        Duration.parse("PT" + wallTime),
                        MemorySize.ofMib(48),
                        MemorySize.ofKib(32),
                        16,
                        MemorySize.ofMib(1));

        JobResult result = start(Jobs.shell(script).with(limits)).result();

        assertThat(result.outcome()).isEqualTo(new Outcome.LimitExceeded(limit));
        assertThat(result.limits()).isEqualTo(limits);
    }

    @Test
    void whatWasPrintedBeforeTheLimitIsKept() {
        Running running = start(Jobs.shell("exec yes 0123456789abcde"));
        JobResult result = running.result();

        assertThat(result.outcome()).isEqualTo(new Outcome.LimitExceeded(Limit.OUTPUT));
        assertThat(result.outputTruncated()).isTrue();
        assertThat(result.errorsTruncated()).isFalse();
        assertThat(running.heard().stdoutBytes()).hasSize((int) Jobs.LIMITS.output().bytes());
    }

    @Test
    void limitsOverTheMaximumAreClampedAndTold() {
        Limits maximum = sandbox().maximum(Profile.RUN);
        Limits huge =
                new Limits(
                        Duration.ofDays(1),
                        Duration.ofDays(1),
                        MemorySize.ofMib(1 << 20),
                        MemorySize.ofMib(1 << 20),
                        1 << 20,
                        MemorySize.ofMib(1 << 20));

        assertThat(start(Jobs.shell(":").with(huge)).result().limits()).isEqualTo(maximum);
    }

    @Test
    void whatCannotBeStartedIsSaidInASentence() {
        JailFile text = JailFile.of("text", "just text".getBytes(UTF_8));
        JailFile garbage = new JailFile("garbage", new byte[] {0x7f, 'E', 'L', 'F', 9, 9}, true);
        JailFile orphan = new JailFile("orphan", "#!/no/such\n".getBytes(UTF_8), true);
        String missing = ", or the interpreter that its first line names is missing.";

        assertThat(outcomeOf(Jobs.run("./absent")))
                .isEqualTo(new Outcome.CouldNotStart("There is no program ./absent" + missing));
        assertThat(outcomeOf(Jobs.run("./orphan").with(orphan)))
                .isEqualTo(new Outcome.CouldNotStart("There is no program ./orphan" + missing));
        assertThat(outcomeOf(Jobs.run("./text").with(text)))
                .isEqualTo(new Outcome.CouldNotStart("./text is not executable."));
        assertThat(outcomeOf(Jobs.run("./garbage").with(garbage)))
                .isEqualTo(
                        new Outcome.CouldNotStart("./garbage is not a program that can run here."));
        assertThat(outcomeOf(Jobs.run("/bin/echo", "x".repeat(100_000))))
                .isInstanceOf(Outcome.CouldNotStart.class);
    }

    @Test
    void filesAskedForComeBack() {
        Jobs job =
                Jobs.shell("mkdir -p a/b; echo 1 > a/b/one; echo 2 > two; chmod +x two; echo 3 > x")
                        .in(Profile.COMPILE)
                        .collecting(MemorySize.ofKib(64), "a/b/one", "two", "absent");

        JobResult result = start(job).result();

        assertThat(contents(result)).isEqualTo(Map.of("a/b/one", "1\n", "two", "2\n"));
        assertThat(result.files())
                .filteredOn(JailFile::executable)
                .extracting(JailFile::name)
                .containsExactly("two");
    }

    @Test
    void everythingInWorkCanBeAskedFor() {
        Jobs job =
                Jobs.shell("mkdir d; echo 1 > d/one; echo 2 > two; ln -s /etc/passwd link")
                        .in(Profile.COMPILE)
                        .with(JailFile.of("given", "0\n".getBytes(UTF_8)))
                        .collecting(MemorySize.ofKib(64), "*");

        JobResult result = start(job).result();

        assertThat(contents(result))
                .isEqualTo(Map.of("given", "0\n", "d/one", "1\n", "two", "2\n"));
    }

    @Test
    void filesOverTheSizeAskedForAreLeftOut() {
        Jobs job =
                Jobs.shell("head -c 5000 /dev/zero > big; echo 1 > small")
                        .in(Profile.COMPILE)
                        .collecting(MemorySize.ofKib(2), "big", "small");

        JobResult result = start(job).result();

        assertThat(contents(result)).isEqualTo(Map.of("small", "1\n"));
        assertThat(result.filesTruncated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/x", "a/../x", "", "a//b"})
    void aFileNameThatLeadsElsewhereIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(Jobs.shell(":").with(JailFile.of(name, new byte[0]))));
    }

    @Test
    void manyJobsAtOnceEachGetTheirOwnAnswer() {
        List<Running> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(start(Jobs.run("/bin/cat").reading("job " + i).of("client " + i % 7)));
        }

        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).result().outcome()).isEqualTo(new Outcome.Exited(0));
            assertThat(all.get(i).heard().stdout()).isEqualTo("job " + i);
        }
    }

    @Test
    void nothingOfOneJobReachesTheNext() {
        String leave = "ls -A /work /tmp /dev/shm | grep left; echo x > /tmp/left; echo x > left;";
        List<String> seen =
                IntStream.range(0, 20)
                        .mapToObj(_ -> start(Jobs.shell(leave + "echo x > /dev/shm/left; true")))
                        .map(running -> {
                            running.result();
                            return running.heard().stdout();
                        })
                        .toList();

        assertThat(seen).containsOnly("");
    }

    @Test
    void healthCountsSlotsAndJobs() {
        Running running = start(Jobs.shell("echo up; read x").typed());
        running.heard().awaitOutput("up");

        Sandbox.Health health = sandbox().health();
        running.execution().endInput();
        running.result();

        assertThat(health.accepting()).isTrue();
        assertThat(health.reason()).isEmpty();
        assertThat(health.slots()).isGreaterThanOrEqualTo(2);
        assertThat(health.running()).isGreaterThanOrEqualTo(1);
    }

    private Running start(Jobs job) {
        return Heard.start(sandbox(), job.job());
    }

    private Outcome outcomeOf(Jobs job) {
        return start(job).result().outcome();
    }

    private static Map<String, String> contents(JobResult result) {
        return result.files().stream()
                .collect(
                        Collectors.toMap(
                                JailFile::name, file -> new String(file.content(), UTF_8)));
    }

    private static String sha256(byte[] bytes) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
