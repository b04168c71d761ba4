package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A sandbox with one slot of each profile, on which one hostile program at a time runs, so that
/// what it leaves behind can be told apart from everything else.
final class Lane implements AutoCloseable {

    private static final Limits COMPILE =
            new Limits(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    MemorySize.ofMib(512),
                    MemorySize.ofKib(64),
                    64,
                    MemorySize.ofMib(64));

    private final NsjailSandbox sandbox = RealSandbox.open(1, 1);
    private final Host host;
    private final Canary canary;
    private final List<String> mountsBefore;

    Lane(Host host, Canary canary) {
        this.host = host;
        this.canary = canary;
        this.mountsBefore = host.mounts();
    }

    /// Runs the program and holds it to its folder and header, then the host to its invariant.
    void attack(HostileProgram program) {
        List<JailFile> files =
                program.compiled()
                        ? compile(program)
                        : List.of(new JailFile(program.fileName(), program.content(), true));
        Running running = Heard.start(sandbox, job(program, files));
        JobResult result = running.result();

        new Expectations(program, result, running.heard()).check();
        assertThat(canary.tracesIn(running.heard(), result)).as("traces of the canary").isEmpty();
        assertHostUnharmed();
    }

    void assertHostUnharmed() {
        for (Profile profile : Profile.values()) {
            assertSlotIsFresh(profile);
        }
        assertThat(mountsBefore).as("mounts of the host").containsAll(host.mounts());
        assertThat(canary.visits()).as("connections to the host's port").isZero();
    }

    /// The next job of the slot prints 42; while it does, nothing else is there.
    private void assertSlotIsFresh(Profile profile) {
        Job next = Jobs.shell("echo 42; read x").in(profile).typed().job();
        Heard heard = new Heard();
        JailJob execution = (JailJob) sandbox.start(next, heard);
        heard.awaitOutput("42\n");
        int slot = Objects.requireNonNull(execution.slot());
        List<String> processes = host.processesOf(slot);
        List<Path> cgroups = host.cgroupsOf(slot);
        execution.endInput();

        assertThat(Heard.await(execution.result()).outcome()).isEqualTo(new Outcome.Exited(1));
        assertThat(processes)
                .as("processes of slot " + slot)
                .containsExactlyInAnyOrder("sandlot-init", "sh");
        assertThat(cgroups).as("cgroups of slot " + slot).hasSize(host.hierarchies());
    }

    private List<JailFile> compile(HostileProgram program) {
        Jobs job =
                new Jobs(Jobs.run(program.compileCommand().toArray(String[]::new)).job())
                        .in(Profile.COMPILE)
                        .with(COMPILE)
                        .with(JailFile.of(program.fileName(), program.content()))
                        .collecting(MemorySize.ofMib(64), "main");
        Running running = Heard.start(sandbox, job.job());
        JobResult result = running.result();
        assertThat(result.outcome())
                .as("compiling %s: %s", program.fileName(), running.heard().stderr())
                .isEqualTo(new Outcome.Exited(0));
        return result.files();
    }

    private Job job(HostileProgram program, List<JailFile> files) {
        Jobs job =
                Jobs.run(program.runCommand().toArray(String[]::new))
                        .in(program.profile())
                        .with(program.limits())
                        .with(files.toArray(JailFile[]::new))
                        .with(canary.variables())
                        .reading(program.stdin())
                        .collecting(MemorySize.ofMib(1), program.collect().toArray(String[]::new));
        return program.stdinOpen() ? job.typed().job() : job.job();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    /// Slots that this lane used, for what comes after its end.
    List<Integer> slots() {
        List<Integer> slots = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            JailJob job = (JailJob) sandbox.start(Jobs.shell(":").in(profile).job(), new Heard());
            Heard.await(job.result());
            slots.add(Objects.requireNonNull(job.slot()));
        }
        return slots;
    }
}
