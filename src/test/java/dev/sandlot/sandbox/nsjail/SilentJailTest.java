package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.nsjail.FakeJail.Peer;
import dev.sandlot.sandbox.nsjail.FakeJail.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A `sandlot-jail` that was stopped by a signal: its pipes stay open and it says nothing.
@Timeout(60)
class SilentJailTest {

    private static final Duration QUICK = Duration.ofMillis(20);
    private static final Duration USUAL = Duration.ofSeconds(1);

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch replaced = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        over.countDown();
    }

    @Test
    void anIdleOneIsReplaced() throws Exception {
        try (NsjailSandbox sandbox = firstStops(Peer::greet)) {
            replaced.await();

            assertThat(start(sandbox).result().outcome()).isEqualTo(new Outcome.Exited(0));
        }
    }

    @Test
    void oneThatNeverSaysHelloIsReplaced() throws Exception {
        try (NsjailSandbox sandbox = firstStops(_ -> {})) {
            replaced.await();

            assertThat(start(sandbox).result().outcome()).isEqualTo(new Outcome.Exited(0));
        }
    }

    @Test
    void aJobThatItHasNotStartedRunsElsewhere() {
        Script stops =
                peer -> {
                    peer.greet();
                    peer.job();
                };
        try (NsjailSandbox sandbox = firstStops(stops)) {
            assertThat(start(sandbox).result().outcome()).isEqualTo(new Outcome.Exited(0));
        }
    }

    @Test
    void aJobThatItDidNotEvenReadRunsElsewhere() {
        try (NsjailSandbox sandbox = firstStops(Peer::greet)) {
            var job = Jobs.run("x").with(dev.sandlot.sandbox.JailFile.of("f", new byte[1 << 20]));

            assertThat(Heard.start(sandbox, job.job()).result().outcome())
                    .isEqualTo(new Outcome.Exited(0));
        }
    }

    @Test
    void aJobThatItHasStartedFailsAsOurFault() {
        Script stops =
                peer -> {
                    peer.greet();
                    peer.job();
                    peer.started();
                };
        try (NsjailSandbox sandbox = firstStops(stops)) {
            assertThat(start(sandbox).result().outcome())
                    .isInstanceOf(Outcome.SandboxFailure.class);
            assertThat(start(sandbox).result().outcome()).isEqualTo(new Outcome.Exited(0));
        }
    }

    @Test
    void oneThatAnswersIsAskedAgainAndStays() {
        FakeJail jail =
                new FakeJail(peer -> {
                    peer.greet();
                    peer.job();
                    peer.started();
                    for (int answers = 0; answers < 2; answers++) {
                        assertThat(peer.nextOrBeat().type()).isEqualTo('B');
                        peer.send('B', new byte[0]);
                    }
                    peer.exited(0);
                    peer.awaitHangUp();
                });
        try (NsjailSandbox sandbox = opened(jail)) {
            assertThat(Heard.start(sandbox, Jobs.run("x").typed().job()).result().outcome())
                    .isEqualTo(new Outcome.Exited(0));
        }
        assertThat(jail.starts(Profile.RUN)).isEqualTo(1);
    }

    /// The first `sandlot-jail` plays this and then stops; the ones after it serve.
    private NsjailSandbox firstStops(Script script) {
        return opened(
                new FakeJail(
                        peer -> {
                            if (peer.number() == 1) {
                                script.play(peer);
                                over.await();
                            } else {
                                if (peer.profile() == Profile.RUN) {
                                    replaced.countDown();
                                }
                                peer.serve();
                            }
                        },
                        number -> number == 1 ? QUICK : USUAL));
    }

    private static NsjailSandbox opened(FakeJail jail) {
        Duration rest = Duration.ofMillis(1);
        Duration grace = Duration.ofSeconds(50);
        var settings =
                new SandboxSettings(Path.of("/nonexistent"), 1, 1, 10, 10, rest, rest, grace);
        NsjailSandbox sandbox = NsjailSandbox.closed(settings, jail);
        sandbox.main().openGate();
        return sandbox;
    }

    private static Running start(NsjailSandbox sandbox) {
        return Heard.start(sandbox, Jobs.run("x").job());
    }
}
