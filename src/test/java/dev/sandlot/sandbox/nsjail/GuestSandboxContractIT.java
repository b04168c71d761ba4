package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The sandbox over connections, as in a virtual machine, keeps every promise of the local one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuestSandboxContractIT extends SandboxContract {

    private Guest guest;
    private NsjailSandbox sandbox;

    @BeforeAll
    void open() throws IOException {
        guest = new Guest(RealSandbox.launcher());
        sandbox =
                NsjailSandbox.closed(
                        RealSandbox.settings(3, 2), new GuestLauncher(guest.address()));
        sandbox.main().openGate();
    }

    @AfterAll
    void close() throws IOException {
        sandbox.close();
        guest.close();
    }

    @Override
    protected Sandbox sandbox() {
        return sandbox;
    }

    @Test
    void aResetFailsWhatRunsAndTheNextJobRuns() throws IOException {
        Running running = Heard.start(sandbox, Jobs.shell("echo up; sleep 600").job());
        running.heard().awaitOutput("up");

        guest.reset();

        assertThat(running.result().outcome()).isInstanceOf(Outcome.SandboxFailure.class);
        assertThat(Heard.start(sandbox, Jobs.shell("exit 3").job()).result().outcome())
                .isEqualTo(new Outcome.Exited(3));
    }
}
