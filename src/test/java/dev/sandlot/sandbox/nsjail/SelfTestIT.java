package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SelfTestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path ROOTS =
            Path.of(System.getProperty("sandlot.root-dir", "/var/lib/sandlot/root"));

    @Test
    void theInstalledJailKeepsEveryPromise() {
        try (NsjailSandbox sandbox =
                NsjailSandbox.closed(RealSandbox.settings(3, 2), RealSandbox.launcher())) {
            assertThat(new SelfTest(sandbox.main(), new Background()).run())
                    .isInstanceOf(SelfTest.Result.Passed.class);
        }
    }

    @Test
    void everyInstalledRootIsServedAndOneThatIsMissingIsNot() {
        Set<String> roots = new HashSet<>(InstalledRoots.in(ROOTS));
        roots.remove(Sandbox.MAIN_ROOT);
        roots.add("nowhere");
        try (NsjailSandbox sandbox =
                NsjailSandbox.open(
                        RealSandbox.settings(1, 1),
                        RealSandbox.launcher(),
                        roots,
                        new SimpleMeterRegistry())) {
            Heard.await(sandbox.accepting());
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(sandbox.health().troubledRoots())
                                    .containsOnlyKeys("nowhere"));

            assertThat(sandbox.health().accepting()).isTrue();
            assertThat(sandbox.serves("nowhere")).isFalse();
            assertThatExceptionOfType(SandboxUnavailableException.class)
                    .isThrownBy(() -> hello(sandbox, "nowhere"))
                    .withMessageContaining("nowhere");
            roots.remove("nowhere");
            assertThat(roots)
                    .allSatisfy(root -> {
                        assertThat(sandbox.serves(root)).isTrue();
                        assertThat(hello(sandbox, root)).contains("=" + root);
                    });
            assertThat(hello(sandbox, Sandbox.MAIN_ROOT)).contains("=trixie");
        }
    }

    private static String hello(NsjailSandbox sandbox, String root) {
        Running running =
                Heard.start(sandbox, Jobs.shell("grep CODENAME /etc/os-release").under(root).job());
        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        return running.heard().stdout();
    }

    @Test
    void theGateOpensByItself() {
        try (NsjailSandbox sandbox =
                NsjailSandbox.open(
                        RealSandbox.settings(2, 1),
                        RealSandbox.launcher(),
                        Set.of(),
                        new SimpleMeterRegistry())) {
            Heard.await(sandbox.accepting());

            assertThat(sandbox.health().accepting()).isTrue();
            assertThat(sandbox.health().slots()).isEqualTo(3);
            assertThat(Heard.start(sandbox, Jobs.shell("exit 3").job()).result().outcome())
                    .isEqualTo(new Outcome.Exited(3));
        }
    }

    @Test
    void theInstalledJailKeepsEveryPromiseBesideOtherJobs() {
        try (NsjailSandbox sandbox = RealSandbox.open(3, 1)) {
            Running other = Heard.start(sandbox, Jobs.shell("echo up; sleep 20").job());
            other.heard().awaitOutput("up");

            assertThat(new SelfTest(sandbox.main(), new Background()).runOnIdleSlots())
                    .isInstanceOf(SelfTest.Result.Passed.class);
            assertThat(other.execution().result()).isNotDone();
            other.execution().cancel();
        }
    }

    @Test
    void aJailThatGoesBadShutsTheGateAndAGoodOneOpensItAgain() {
        Switched launcher = new Switched(RealSandbox.launcher());
        try (NsjailSandbox sandbox = NsjailSandbox.closed(RealSandbox.settings(2, 1), launcher);
                Background background = new Background()) {
            new SelfTest(sandbox.main(), background, Duration.ofMillis(50)).start();
            Heard.await(sandbox.accepting());

            launcher.to(new FakeJail(FakeJail.Peer::serve));

            await().atMost(PATIENCE)
                    .until(() -> sandbox.health().reason().contains("it no longer"));
            assertThatExceptionOfType(SandboxUnavailableException.class)
                    .isThrownBy(() -> Heard.start(sandbox, Jobs.shell("true").job()));

            launcher.to(RealSandbox.launcher());

            await().atMost(PATIENCE).until(() -> sandbox.health().accepting());
            assertThat(Heard.start(sandbox, Jobs.shell("exit 3").job()).result().outcome())
                    .isEqualTo(new Outcome.Exited(3));
        }
    }

    /// Starts what it is told to; what it has started before ends.
    private static final class Switched implements Launcher {

        private final List<Line> lines = new ArrayList<>();
        private Launcher now;

        private Switched(Launcher first) {
            this.now = first;
        }

        @Override
        public synchronized Line start(Profile profile, String root) throws IOException {
            Line line = now.start(profile, root);
            lines.add(line);
            return line;
        }

        private synchronized void to(Launcher next) {
            now = next;
            lines.forEach(Line::hangUp);
            lines.clear();
        }
    }
}
