package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sandlot.attack.Attacks;
import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import dev.sandlot.sandbox.nsjail.FakeJail.Peer;
import dev.sandlot.sandbox.nsjail.FakeJail.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The JVM's side against a `sandlot-jail` that is only played.
@Timeout(60)
class NsjailSandboxTest {

    private final List<NsjailSandbox> open = new ArrayList<>();

    @AfterEach
    void closeAll() {
        open.forEach(NsjailSandbox::close);
    }

    @Test
    void aJobGoesInAndItsOutputAndReportComeOut() {
        NsjailSandbox sandbox =
                oneSlot(peer -> {
                    peer.greet();
                    var job = peer.job();
                    peer.started();
                    peer.stdout("ran " + job.argv());
                    peer.exited(3);
                    peer.awaitHangUp();
                });

        Running running = Heard.start(sandbox, Jobs.run("./main", "x").job());
        JobResult result = running.result();

        assertThat(result.outcome()).isEqualTo(new Outcome.Exited(3));
        assertThat(running.heard().stdout()).isEqualTo("ran [./main, x]");
        assertThat(running.heard().last()).isEqualTo(Duration.ofNanos(7_000));
        assertThat(result.cpuTime()).isEqualTo(Duration.ofNanos(1_500_000));
        assertThat(result.wallTime()).isEqualTo(Duration.ofNanos(2_500_000));
        assertThat(result.peakMemory()).isEqualTo(MemorySize.ofMib(1));
    }

    @Test
    void limitsAreClampedToWhatTheSlotAllows() {
        NsjailSandbox sandbox = oneSlot(Peer::serve);
        var huge =
                new dev.sandlot.sandbox.Limits(
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        MemorySize.ofMib(1 << 20),
                        MemorySize.ofMib(1 << 20),
                        100_000,
                        MemorySize.ofMib(1 << 20));

        JobResult result = Heard.start(sandbox, Jobs.run("x").with(huge).job()).result();

        assertThat(result.limits()).isEqualTo(FakeJail.MAXIMA);
        assertThat(sandbox.maximum(Profile.RUN)).isEqualTo(FakeJail.MAXIMA);
    }

    @Test
    void outputIsHeardWhileTheProgramRuns() {
        CountDownLatch heard = new CountDownLatch(1);
        NsjailSandbox sandbox =
                oneSlot(peer -> {
                    peer.greet();
                    peer.job();
                    peer.started();
                    peer.stdout("early");
                    heard.await();
                    peer.exited(0);
                    peer.awaitHangUp();
                });

        Running running = Heard.start(sandbox, Jobs.run("x").job());
        running.heard().awaitOutput("early");
        assertThat(running.execution().result()).isNotDone();
        heard.countDown();

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
    }

    @Test
    void stdinOfTenMegabytesFlowsThroughTheWindow() {
        byte[] stdin = new byte[10_000_000];
        new Random(2).nextBytes(stdin);
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        NsjailSandbox sandbox = oneSlot(peer -> readAll(peer, read));

        Running running = Heard.start(sandbox, Jobs.run("x").reading(stdin).job());

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(read.join()).isEqualTo(stdin);
    }

    @Test
    void aProgramThatDoesNotReadItsInputCostsNothingButItsOwnJob() {
        NsjailSandbox sandbox = oneSlot(Peer::serve);
        Job job = Jobs.run("x").reading(new byte[10_000_000]).job();

        for (int i = 0; i < 3; i++) {
            assertThat(Heard.start(sandbox, job).result().outcome())
                    .isEqualTo(new Outcome.Exited(0));
        }
    }

    @Test
    void bigFilesAreSentInTheBackground() {
        CompletableFuture<Integer> size = new CompletableFuture<>();
        NsjailSandbox sandbox =
                oneSlot(peer -> {
                    peer.greet();
                    size.complete(
                            peer.job().frames().stream()
                                    .filter(frame -> frame.type() == 'D')
                                    .mapToInt(frame -> frame.payload().length)
                                    .sum());
                    peer.exited(0);
                    peer.awaitHangUp();
                });

        Job job = Jobs.run("x").with(JailFile.of("big", new byte[5_000_000])).job();
        Heard.start(sandbox, job).result();

        assertThat(size.join()).isEqualTo(5_000_000);
    }

    @Test
    void typingReachesTheProgramUntilTheEnd() {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        NsjailSandbox sandbox = oneSlot(peer -> readAll(peer, read));

        Running running = Heard.start(sandbox, Jobs.run("x").reading("a").typed().job());
        running.type("b");
        running.heard().awaitStart();
        running.type("c");
        running.execution().endInput();

        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(new String(read.join(), StandardCharsets.UTF_8)).isEqualTo("abc");
        assertThat(running.execution().type(new byte[1])).as("typing after the end").isFalse();
    }

    @Test
    void typingMoreThanTheProgramReadsIsRefused() {
        NsjailSandbox sandbox =
                oneSlot(peer -> {
                    peer.greet();
                    peer.job();
                    peer.started();
                    peer.await('K');
                    peer.send('Z', FakeJail.report(4, 2, 9, 0));
                    peer.awaitHangUp();
                });
        Execution execution = Heard.start(sandbox, Jobs.run("x").typed().job()).execution();

        assertThat(execution.type(new byte[256 * 1024])).isTrue();
        assertThat(execution.type(new byte[1])).isFalse();
        execution.cancel();
        assertThat(Heard.await(execution.result()).outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void cancellingAWaitingJobTakesItOutOfTheQueue() {
        CountDownLatch go = new CountDownLatch(1);
        NsjailSandbox sandbox = oneSlot(peer -> serveAfter(peer, go));
        Running first = Heard.start(sandbox, Jobs.run("first").job());
        first.heard().awaitStart();
        Running second = Heard.start(sandbox, Jobs.run("second").job());

        second.execution().cancel();

        assertThat(second.result().outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(sandbox.health().queued()).isZero();
        go.countDown();
        assertThat(first.result().outcome()).isEqualTo(new Outcome.Exited(0));
    }

    @Test
    void clientsTakeTurnsInTheQueue() {
        CountDownLatch go = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        NsjailSandbox sandbox =
                oneSlot(peer -> {
                    peer.greet();
                    while (true) {
                        order.add(peer.job().argv().getFirst());
                        peer.started();
                        go.await();
                        peer.exited(0);
                        peer.ready();
                    }
                });

        List<Running> all = new ArrayList<>();
        all.add(start(sandbox, "first"));
        all.getFirst().heard().awaitStart();
        for (String job : List.of("a1", "a2", "a3", "b1")) {
            all.add(Heard.start(sandbox, Jobs.run(job).of(job.substring(0, 1)).job()));
        }
        go.countDown();
        all.forEach(Running::result);

        assertThat(order).containsExactly("x", "a1", "b1", "a2", "a3");
    }

    @Test
    void aJobThatIsCancelledWithinAFileCostsNothingElse() {
        CountDownLatch begun = new CountDownLatch(1);
        FakeJail jail =
                new FakeJail(peer -> {
                    peer.greet();
                    peer.job();
                    peer.started();
                    peer.send('F', FakeJail.file("a", 0, 100));
                    begun.countDown();
                    peer.await('K');
                    peer.exited(0);
                    peer.ready();
                    peer.job();
                    peer.exited(0);
                    peer.awaitHangUp();
                });
        NsjailSandbox sandbox = opened(settings(1, 10, 10), jail);
        Running cancelled =
                Heard.start(sandbox, Jobs.run("x").collecting(MemorySize.ofMib(1), "a").job());
        await(begun);

        cancelled.execution().cancel();

        assertThat(cancelled.result().files()).isEmpty();
        assertThat(start(sandbox, "a").result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(jail.starts(Profile.RUN)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFullQueueRefusesWithATimeToComeBack() {
        CountDownLatch go = new CountDownLatch(1);
        NsjailSandbox sandbox = opened(settings(1, 8, 2), new FakeJail(p -> serveAfter(p, go)));
        List<Running> accepted = new ArrayList<>();
        accepted.add(start(sandbox, "a"));
        accepted.get(0).heard().awaitStart();
        accepted.add(start(sandbox, "a"));
        accepted.add(start(sandbox, "a"));

        assertThatExceptionOfType(SandboxBusyException.class)
                .isThrownBy(() -> start(sandbox, "a"))
                .satisfies(e -> assertThat(e.retryAfter()).isPositive())
                .withMessage("All slots are busy and 2 of your jobs wait already");
        for (String client : List.of("b", "c", "d", "e", "f", "g")) {
            accepted.add(start(sandbox, client));
        }
        assertThatExceptionOfType(SandboxBusyException.class)
                .isThrownBy(() -> start(sandbox, "h"))
                .withMessage("All slots are busy and 8 jobs wait already");

        go.countDown();
        assertThat(accepted)
                .allSatisfy(
                        job -> assertThat(job.result().outcome()).isEqualTo(new Outcome.Exited(0)));
    }

    @Test
    void aSlotThatDiesBeforeTheStartHandsItsJobOn() {
        FakeJail jail =
                new FakeJail(peer -> {
                    peer.greet();
                    peer.job();
                    if (peer.number() > 1) {
                        peer.exited(0);
                        peer.awaitHangUp();
                    }
                });
        NsjailSandbox sandbox = opened(settings(1, 10, 10), jail);

        assertThat(start(sandbox, "a").result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(jail.starts(Profile.RUN)).isEqualTo(2);
    }

    @Test
    void aSlotThatDiesLaterFailsItsJobAndTheNextRuns() {
        FakeJail jail =
                new FakeJail(peer -> {
                    peer.greet();
                    peer.job();
                    peer.started();
                    if (peer.number() > 1) {
                        peer.exited(0);
                        peer.awaitHangUp();
                    }
                });
        NsjailSandbox sandbox = opened(settings(1, 10, 10), jail);

        assertThat(start(sandbox, "a").result().outcome())
                .isInstanceOf(Outcome.SandboxFailure.class);
        assertThat(start(sandbox, "a").result().outcome()).isEqualTo(new Outcome.Exited(0));
    }

    @Test
    void aJobIsTriedTwiceAtMost() {
        FakeJail jail =
                new FakeJail(peer -> {
                    peer.greet();
                    peer.job();
                });
        NsjailSandbox sandbox = opened(settings(1, 10, 10), jail);

        assertThat(start(sandbox, "a").result().outcome())
                .isInstanceOf(Outcome.SandboxFailure.class);
    }

    @Test
    void aFailedSetUpIsTriedOnAnotherSlot() {
        AtomicInteger jobs = new AtomicInteger();
        NsjailSandbox sandbox =
                oneSlot(peer -> {
                    peer.greet();
                    while (true) {
                        peer.job();
                        boolean first = jobs.incrementAndGet() == 1;
                        peer.send('Z', FakeJail.report(first ? 5 : 0, first ? 0 : 1, 0, 0));
                        peer.ready();
                    }
                });

        assertThat(start(sandbox, "a").result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(jobs).hasValue(2);
    }

    @Test
    void aSlotThatFailsTwoJobsIsStartedAgain() {
        FakeJail jail =
                new FakeJail(peer -> {
                    peer.greet();
                    while (true) {
                        peer.job();
                        boolean bad = peer.number() == 1;
                        peer.send('Z', FakeJail.report(0, bad ? 0 : 1, 0, 0));
                        peer.ready();
                    }
                });
        NsjailSandbox sandbox = opened(settings(1, 10, 10), jail);

        assertThat(start(sandbox, "a").result().outcome())
                .isInstanceOf(Outcome.SandboxFailure.class);
        assertThat(start(sandbox, "a").result().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(jail.starts(Profile.RUN)).isEqualTo(2);
    }

    @Attacks(162)
    @Test
    void everyBreachOfTheProtocolEndsTheConnectionAndOnlyThat() {
        List<Script> breaches =
                List.of(
                        peer -> peer.out().write(new byte[] {0x7f, -1, -1, -1, 'O'}),
                        peer -> peer.out().write(new byte[] {'h', 'e', 'l', 'l', 'o', '\n'}),
                        peer -> peer.send('R', new byte[0]),
                        peer -> peer.send('H', FakeJail.hello(2, 1, FakeJail.MAXIMA)),
                        peer -> peer.send('B', new byte[0]),
                        peer -> peer.window(1),
                        peer -> peer.send('D', new byte[10]),
                        peer -> peer.send('F', FakeJail.file("a", 0, 100)),
                        peer -> flood(peer, 65),
                        peer -> {
                            peer.exited(0);
                            peer.exited(0);
                            peer.ready();
                        });

        for (Script breach : breaches) {
            FakeJail jail =
                    new FakeJail(peer -> {
                        peer.greet();
                        peer.job();
                        peer.started();
                        if (peer.number() == 1) {
                            breach.play(peer);
                        } else {
                            peer.exited(0);
                        }
                        peer.awaitHangUp();
                    });
            NsjailSandbox sandbox = opened(settings(1, 10, 10), jail);

            Outcome first = start(sandbox, "a").result().outcome();
            Outcome second = start(sandbox, "a").result().outcome();

            assertThat(List.of(first, second)).contains(new Outcome.Exited(0));
            assertThat(jail.starts(Profile.RUN)).as("starts after a breach").isEqualTo(2);
            sandbox.close();
        }
    }

    @Attacks(162)
    @Test
    void aJailThatNeverReportsIsGivenUp() {
        NsjailSandbox sandbox =
                opened(
                        impatient(),
                        new FakeJail(peer -> {
                            peer.greet();
                            peer.job();
                            peer.started();
                            peer.awaitHangUp();
                        }));
        var limits =
                new dev.sandlot.sandbox.Limits(
                        Duration.ofMillis(50),
                        Duration.ofMillis(50),
                        Jobs.LIMITS.memory(),
                        Jobs.LIMITS.output(),
                        1,
                        Jobs.LIMITS.fileSize());

        Running running = Heard.start(sandbox, Jobs.run("x").with(limits).job());

        assertThat(running.result().outcome()).isInstanceOf(Outcome.SandboxFailure.class);
    }

    @Test
    void aListenerThatThrowsHarmsOnlyItself() {
        NsjailSandbox sandbox =
                oneSlot(peer -> {
                    peer.greet();
                    while (true) {
                        peer.job();
                        peer.started();
                        peer.stdout("x");
                        peer.exited(0);
                        peer.ready();
                    }
                });
        JobListener broken =
                (_, _, _) -> {
                    throw new IllegalStateException("a broken listener");
                };

        Execution first = sandbox.start(Jobs.run("x").job(), broken);

        assertThat(Heard.await(first.result()).outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(start(sandbox, "a").result().outcome()).isEqualTo(new Outcome.Exited(0));
    }

    @Test
    void aLimitIsReportedAsOne() {
        NsjailSandbox sandbox =
                oneSlot(peer -> {
                    peer.greet();
                    peer.job();
                    peer.started();
                    peer.send('Z', FakeJail.report(3, 2, 9, 1));
                    peer.awaitHangUp();
                });

        JobResult result = start(sandbox, "a").result();

        assertThat(result.outcome()).isEqualTo(new Outcome.LimitExceeded(Limit.OUTPUT));
        assertThat(result.outputTruncated()).isTrue();
    }

    @Test
    void aQuarantinedSlotSaysWhyAndNoJobIsAcceptedWithoutSlots() {
        NsjailSandbox sandbox = oneSlot(peer -> peer.send('Q', string("the policy does not load")));

        String reason = awaitUnavailable(sandbox);

        assertThat(reason).isEqualTo("the policy does not load");
        assertThat(sandbox.health().accepting()).isFalse();
        assertThat(sandbox.health().reason()).isEqualTo(reason);
    }

    @Test
    void aMissingLauncherIsSaidWithItsFix() {
        NsjailSandbox sandbox =
                opened(settings(1, 10, 10), new LauncherProcess(Path.of("/nonexistent/jail")));

        assertThat(awaitUnavailable(sandbox))
                .isEqualTo("sandlot-jail is not installed at /nonexistent/jail: run deploy/run");
    }

    @Test
    void noJobIsAcceptedBeforeTheSelfTestHasPassed() {
        NsjailSandbox sandbox =
                keep(NsjailSandbox.closed(settings(1, 10, 10), new FakeJail(Peer::serve)));

        assertThatExceptionOfType(SandboxUnavailableException.class)
                .isThrownBy(() -> start(sandbox, "a"))
                .withMessage("The sandbox is testing its jails; try again in a moment.");
        assertThat(sandbox.health().accepting()).isFalse();
        assertThat(sandbox.accepting()).isNotDone();
        sandbox.main().openGate();
        assertThat(sandbox.accepting()).isDone();
        assertThat(start(sandbox, "a").result().outcome()).isEqualTo(new Outcome.Exited(0));
    }

    @Test
    void aJailThatLetsEverythingThroughFailsTheSelfTest() {
        NsjailSandbox sandbox =
                keep(NsjailSandbox.closed(settings(1, 100, 100), new FakeJail(Peer::serve)));

        SelfTest.Result result = new SelfTest(sandbox.main(), new Background()).run();

        assertThat(result).isInstanceOf(SelfTest.Result.Escaped.class);
        assertThat(((SelfTest.Result.Escaped) result).promises())
                .contains("stops a loop", "limits memory", "denies dangerous system calls");
    }

    @Test
    void aSelfTestWithoutJailsIsInconclusive() {
        NsjailSandbox sandbox =
                keep(
                        NsjailSandbox.closed(
                                settings(1, 100, 100),
                                new LauncherProcess(Path.of("/nonexistent/jail"))));

        assertThat(new SelfTest(sandbox.main(), new Background()).run())
                .isEqualTo(
                        new SelfTest.Result.Inconclusive(
                                "sandlot-jail is not installed at /nonexistent/jail: run"
                                        + " deploy/run"));
    }

    @Test
    void closingEndsEverySlotAndFailsWhatIsLeft() {
        NsjailSandbox sandbox =
                oneSlot(peer -> {
                    peer.greet();
                    peer.job();
                    peer.started();
                    peer.awaitHangUp();
                });
        Running running = start(sandbox, "a");
        running.heard().awaitStart();
        Running waiting = start(sandbox, "a");

        sandbox.close();

        assertThat(running.result().outcome()).isInstanceOf(Outcome.SandboxFailure.class);
        assertThat(waiting.result().outcome()).isInstanceOf(Outcome.SandboxFailure.class);
        assertThatExceptionOfType(SandboxUnavailableException.class)
                .isThrownBy(() -> start(sandbox, "a"));
    }

    private static void readAll(Peer peer, CompletableFuture<byte[]> read) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        peer.greet();
        peer.job();
        peer.started();
        int unread = 0;
        for (var frame = peer.next(); frame.type() != 'E'; frame = peer.next()) {
            bytes.writeBytes(frame.payload());
            unread += frame.payload().length;
            if (unread > Input.WINDOW) {
                throw new IOException("more than the window");
            }
            if (unread > 100_000) {
                peer.window(unread);
                unread = 0;
            }
        }
        read.complete(bytes.toByteArray());
        peer.exited(0);
        peer.awaitHangUp();
    }

    private static void serveAfter(Peer peer, CountDownLatch go)
            throws IOException, InterruptedException {
        peer.greet();
        while (true) {
            peer.job();
            peer.started();
            go.await();
            peer.exited(0);
            peer.ready();
        }
    }

    private static void flood(Peer peer, int kibibytes) throws IOException {
        for (int i = 0; i < kibibytes; i++) {
            peer.send('O', FakeJail.output(0, "x".repeat(1_024)));
        }
    }

    private static byte[] string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return java.nio.ByteBuffer.allocate(2 + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    /// Jobs fail, then are refused, once no slot works.
    private static String awaitUnavailable(NsjailSandbox sandbox) {
        while (true) {
            try {
                start(sandbox, "a").result();
            } catch (SandboxUnavailableException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    private static Running start(NsjailSandbox sandbox, String client) {
        return Heard.start(sandbox, Jobs.run("x").of(client).job());
    }

    private NsjailSandbox oneSlot(Script script) {
        return opened(settings(1, 10, 10), new FakeJail(script));
    }

    private NsjailSandbox opened(SandboxSettings settings, Launcher launcher) {
        NsjailSandbox sandbox = keep(NsjailSandbox.closed(settings, launcher));
        sandbox.main().openGate();
        return sandbox;
    }

    private NsjailSandbox keep(NsjailSandbox sandbox) {
        open.add(sandbox);
        return sandbox;
    }

    private static SandboxSettings settings(int slots, int queue, int perClient) {
        return new SandboxSettings(
                Path.of("/nonexistent"),
                slots,
                slots,
                queue,
                perClient,
                Duration.ofMillis(1),
                Duration.ofMillis(4),
                Duration.ofSeconds(30));
    }

    private static SandboxSettings impatient() {
        return new SandboxSettings(
                Path.of("/nonexistent"),
                1,
                1,
                10,
                10,
                Duration.ofMillis(1),
                Duration.ofMillis(4),
                Duration.ofMillis(100));
    }
}
