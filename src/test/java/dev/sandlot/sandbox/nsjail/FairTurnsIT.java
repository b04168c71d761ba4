package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.SandboxBusyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One client among many that take all the slots they get, on real jails. What is asserted are
/// counts: the others' jobs wait for input that the test never gives.
@Timeout(120)
class FairTurnsIT {

    private static final int CLIENTS = 20;
    private static final Limits LONG =
            new Limits(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(30),
                    Jobs.LIMITS.memory(),
                    Jobs.LIMITS.output(),
                    Jobs.LIMITS.processes(),
                    Jobs.LIMITS.fileSize());

    private final NsjailSandbox sandbox = RealSandbox.open(4, 2);
    private final List<Running> held = new ArrayList<>();

    @AfterEach
    void close() {
        held.forEach(job -> job.execution().cancel());
        held.forEach(Running::result);
        sandbox.close();
    }

    @Test
    void aClientKnownForShortRunsIsServedWhileOthersHoldAllTheirSlots() {
        runShortOnes(Profile.RUN, 3);
        holdAll(Profile.RUN);
        await().until(() -> sandbox.health().running() == 3);

        runShortOnes(Profile.RUN, 20);

        assertThat(held).noneMatch(job -> job.execution().result().isDone());
        assertThat(sandbox.health().queued()).isPositive();
    }

    @Test
    void runsDoNotWaitForCompiles() {
        holdAll(Profile.COMPILE);
        await().until(() -> sandbox.health().running() == 1);

        runShortOnes(Profile.RUN, 20);

        assertThat(held).noneMatch(job -> job.execution().result().isDone());
    }

    @Test
    void quickCompilesDoNotWaitForLongOnes() {
        runShortOnes(Profile.COMPILE, 3);
        holdAll(Profile.COMPILE);
        await().until(() -> sandbox.health().running() == 1);

        runShortOnes(Profile.COMPILE, 10);

        assertThat(held).noneMatch(job -> job.execution().result().isDone());
    }

    private void runShortOnes(Profile profile, int number) {
        for (int i = 0; i < number; i++) {
            Running job = Heard.start(sandbox, Jobs.shell(":").of("honest").in(profile).job());
            assertThat(job.result().outcome()).isEqualTo(new Outcome.Exited(0));
        }
    }

    /// Each takes as many places as it gets.
    private void holdAll(Profile profile) {
        for (int client = 0; client < CLIENTS; client++) {
            Jobs job = Jobs.shell("read x").typed().with(LONG).in(profile).of("client " + client);
            try {
                while (true) {
                    held.add(Heard.start(sandbox, job.job()));
                }
            } catch (SandboxBusyException full) {
                assertThat(full.retryAfter()).isPositive();
            }
        }
    }
}
