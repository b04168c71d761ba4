package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Parts of the machinery end at bad moments; nothing stays behind and the next job runs.
@Timeout(120)
class RecoveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aKilledJvmTakesItsJailsWithIt() throws Exception {
        Host host = Host.read();
        Process jvm = startJvm();
        int slot = slotOf(jvm);
        List<ProcessHandle> children = jvm.descendants().toList();
        List<Path> cgroups = host.cgroupsOf(slot);
        assertThat(host.processesOf(slot)).contains("sleep");
        assertThat(cgroups).isNotEmpty();

        jvm.destroyForcibly();

        awaitEnd(children);
        assertThat(cgroups).noneMatch(Files::exists);
        try (NsjailSandbox sandbox = RealSandbox.open(1, 1)) {
            assertThat(hello(sandbox)).isEqualTo(new Outcome.Exited(0));
        }
    }

    @Test
    void closingEndsARunningJobAndLeavesNothing() throws Exception {
        Host host = Host.read();
        NsjailSandbox sandbox = RealSandbox.open(1, 1);
        Running running = Heard.start(sandbox, Jobs.shell("echo up; sleep 600").job());
        running.heard().awaitOutput("up");
        List<Path> cgroups = host.cgroupsOf(slotOf(running));
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();

        sandbox.close();

        assertThat(running.result().outcome()).isInstanceOf(Outcome.SandboxFailure.class);
        awaitEnd(children);
        assertThat(cgroups).isNotEmpty().noneMatch(Files::exists);
    }

    @Test
    void aLauncherThatEndsDuringAJobFailsItAndTheNextRuns() {
        Cuttable launcher = new Cuttable(RealSandbox.launcher());
        try (NsjailSandbox sandbox = NsjailSandbox.closed(RealSandbox.settings(1, 1), launcher)) {
            sandbox.main().openGate();
            Running running = Heard.start(sandbox, Jobs.shell("echo up; sleep 600").job());
            running.heard().awaitOutput("up");

            launcher.cut();

            assertThat(running.result().outcome()).isInstanceOf(Outcome.SandboxFailure.class);
            assertThat(hello(sandbox)).isEqualTo(new Outcome.Exited(0));
        }
    }

    @Test
    void aLauncherThatEndsWhileItWaitsIsNotNoticed() {
        Cuttable launcher = new Cuttable(RealSandbox.launcher());
        try (NsjailSandbox sandbox = NsjailSandbox.closed(RealSandbox.settings(1, 1), launcher)) {
            sandbox.main().openGate();
            assertThat(hello(sandbox)).isEqualTo(new Outcome.Exited(0));

            launcher.cut();

            assertThat(hello(sandbox)).isEqualTo(new Outcome.Exited(0));
        }
    }

    @Test
    void aThousandJobsEachInAFreshJail() {
        try (NsjailSandbox sandbox = RealSandbox.open(3, 1)) {
            List<Running> all = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                String client = "client " + i % 10;
                all.add(Heard.start(sandbox, Jobs.run("/bin/true").of(client).job()));
                if (all.size() == 100) {
                    assertThat(all)
                            .allSatisfy(running ->
                                    assertThat(running.result().outcome())
                                            .isEqualTo(new Outcome.Exited(0)));
                    all.clear();
                }
            }
        }
    }

    private static Outcome hello(NsjailSandbox sandbox) {
        return Heard.start(sandbox, Jobs.shell("echo hello").job()).result().outcome();
    }

    private static int slotOf(Running running) {
        Integer slot = ((JailJob) running.execution()).slot();
        if (slot == null) {
            throw new AssertionError("The job has no slot");
        }
        return slot;
    }

    private static Process startJvm() throws IOException {
        String java = System.getProperty("java.home") + "/bin/java";
        String path = System.getProperty("surefire.test.class.path");
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Dsandlot.sandbox.launcher=" + RealSandbox.LAUNCHER,
                        "-cp",
                        path == null ? System.getProperty("java.class.path") : path,
                        SandboxChild.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(new File("/"))
                .start();
    }

    private static int slotOf(Process jvm) throws IOException {
        try (BufferedReader lines = jvm.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SandboxChild.RUNNING)) {
                    return Integer.parseInt(line.substring(SandboxChild.RUNNING.length()));
                }
            }
        }
        throw new AssertionError("The other JVM never ran its job");
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws Exception {
        CompletableFuture.allOf(
                        processes.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture[]::new))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// The real launcher, whose lines can be cut.
    private static final class Cuttable implements Launcher {

        private final Launcher launcher;
        private final List<Line> lines = new ArrayList<>();

        private Cuttable(Launcher launcher) {
            this.launcher = launcher;
        }

        @Override
        public synchronized Line start(Profile profile, String root) throws IOException {
            Line line = launcher.start(profile, root);
            lines.add(line);
            return line;
        }

        private synchronized void cut() {
            lines.forEach(Line::hangUp);
            lines.clear();
        }
    }
}
