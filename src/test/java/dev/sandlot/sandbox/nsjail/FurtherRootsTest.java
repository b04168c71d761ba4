package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Root file systems beside the main one: their trouble is that of their languages alone.
@Timeout(60)
class FurtherRootsTest {

    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private final FakeJail jail = new FakeJail(FakeJail.Peer::serve);
    private final NsjailSandbox sandbox =
            NsjailSandbox.closed(
                    new SandboxSettings(
                            Path.of("/nonexistent"),
                            1,
                            1,
                            10,
                            10,
                            Duration.ofMillis(1),
                            Duration.ofMillis(1),
                            Duration.ofSeconds(5)),
                    this::start,
                    Set.of("bookworm", "nowhere"),
                    System::nanoTime);

    private Launcher.Line start(Profile profile, String root) throws IOException {
        if (root.equals("nowhere")) {
            throw new IOException("it is not there");
        }
        started.add(root + " " + profile);
        return jail.start(profile, root);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void everyRootHasSlotsOfItsOwn() {
        sandbox.main().openGate();
        sandbox.root("bookworm").openGate();

        await().until(() -> started.size() == 4);
        assertThat(started)
                .containsExactlyInAnyOrder(
                        "trixie RUN", "trixie COMPILE", "bookworm RUN", "bookworm COMPILE");
        assertThat(sandbox.health().slots()).isEqualTo(2 + 3 + 3);
        assertThat(outcomeIn("bookworm")).isEqualTo(new Outcome.Exited(0));
    }

    @Test
    void anUnknownRootIsSaidByItsName() {
        sandbox.main().openGate();

        assertThat(sandbox.serves("hamm")).isFalse();
        assertThatExceptionOfType(SandboxUnavailableException.class)
                .isThrownBy(() -> outcomeIn("hamm"))
                .withMessage("The root file system hamm is not installed");
    }

    @Test
    void oneThatFailsItsSelfTestTakesNoJobsAndTheMainOneDoes() {
        sandbox.main().openGate();
        assertThat(sandbox.serves("bookworm")).isTrue();

        sandbox.root("bookworm").shutGate("It no longer stops a loop.");

        assertThat(sandbox.serves("bookworm")).isFalse();
        assertThatExceptionOfType(SandboxUnavailableException.class)
                .isThrownBy(() -> outcomeIn("bookworm"))
                .withMessage("It no longer stops a loop.");
        assertThat(outcomeIn(Sandbox.MAIN_ROOT)).isEqualTo(new Outcome.Exited(0));
        assertThat(sandbox.health().accepting()).isTrue();
        assertThat(sandbox.health().troubledRoots())
                .containsEntry("bookworm", "It no longer stops a loop.");
    }

    @Test
    void oneThatHasNoJailsIsNotServed() {
        sandbox.main().openGate();
        sandbox.root("nowhere").openGate();

        await().until(() -> !sandbox.serves("nowhere"));
        assertThat(sandbox.health().troubledRoots()).containsEntry("nowhere", "it is not there");
        assertThat(sandbox.health().accepting()).isTrue();
    }

    private Outcome outcomeIn(String root) {
        return Heard.start(sandbox, Jobs.run("x").under(root).job()).result().outcome();
    }
}
