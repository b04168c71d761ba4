package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.attack.HostileProgram;
import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A sandbox with one slot of each profile, on which one hostile program at a time runs, so that
/// what it leaves behind can be told apart from everything else.
final class Lane implements AutoCloseable {

    /// A clock's upper bound can be missed on a busy machine, but not every time.
    private static final int TRIES = 3;

    private final String root;
    private final NsjailSandbox sandbox;
    private final Host host;
    private final Canary canary;
    private final List<String> mountsBefore;
    private final long ceilingHitsBefore;

    /// @param root the root file system in which the programs run
    Lane(Host host, Canary canary, String root) {
        this.root = root;
        this.sandbox = RealSandbox.open(1, 1, root);
        this.host = host;
        this.canary = canary;
        this.mountsBefore = host.mounts();
        this.ceilingHitsBefore = host.memoryCeilingHits();
    }

    /// Runs the program and holds it to its folder and header, then the host to its invariant.
    void attack(HostileProgram program, Language language) {
        Attack attack = new Attack(program, language, sandbox, canary, "attackers");
        for (int tried = 1; !succeeds(attack, tried == TRIES); tried++) {
            assertHostUnharmed();
        }
        assertHostUnharmed();
    }

    private static boolean succeeds(Attack attack, boolean last) {
        List<Attack.Ended> all = attack.run();
        for (Attack.Ended ended : all) {
            Expectations expectations =
                    new Expectations(attack.program(), ended.result(), ended.heard());
            if (!last && expectations.isLate()) {
                return false;
            }
            expectations.check();
        }
        return true;
    }

    void assertHostUnharmed() {
        for (Profile profile : Profile.values()) {
            assertSlotIsFresh(profile);
        }
        assertThat(mountsBefore).as("mounts of the host").containsAll(host.mounts());
        assertThat(host.memoryCeilingHits())
                .as("times that jobs asked for the host's own memory")
                .isEqualTo(ceilingHitsBefore);
        assertThat(canary.isUntouched()).as("the canary").isTrue();
        assertThat(canary.visits()).as("connections to the host's port").isZero();
    }

    /// The next job of the slot prints 42; while it does, nothing else is there.
    private void assertSlotIsFresh(Profile profile) {
        Job next = Jobs.shell("echo 42; read x").in(profile).under(root).typed().job();
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
        assertThat(host.filesOf(slot)).as("files of slot " + slot).isEmpty();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    /// Slots that this lane used, for what comes after its end.
    List<Integer> slots() {
        List<Integer> slots = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            JailJob job =
                    (JailJob)
                            sandbox.start(
                                    Jobs.shell(":").in(profile).under(root).job(), new Heard());
            Heard.await(job.result());
            slots.add(Objects.requireNonNull(job.slot()));
        }
        return slots;
    }
}
