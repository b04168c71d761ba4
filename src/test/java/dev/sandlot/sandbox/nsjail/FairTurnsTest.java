package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.SandboxBusyException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whose job gets a slot, each rule by itself: jobs end when the test says so, and the clock by
/// which slot time is shared out is the test's own.
@Timeout(60)
class FairTurnsTest {

    private static final int OUTPUT = 3;

    private final AtomicLong now = new AtomicLong();

    /// Jobs in the order in which slots got them.
    private final BlockingQueue<Given> given = new LinkedBlockingQueue<>();

    private final Map<String, Semaphore> mayEnd = new ConcurrentHashMap<>();

    /// What jobs of this name are killed for, if they are.
    private final Map<String, Integer> limits = new ConcurrentHashMap<>();

    private NsjailSandbox sandbox = NsjailSandbox.closed(settings(1), new FakeJail(_ -> {}));

    private record Given(String name, Standing standing) {}

    @AfterEach
    void close() {
        mayEnd.values().forEach(job -> job.release(1_000));
        sandbox.close();
    }

    @Test
    void theClientThatUsedLeastComesFirst() throws Exception {
        open(1);
        run("heavy", Duration.ofSeconds(10));
        run("light", Duration.ofSeconds(1));
        start("other", "holds");
        awaitGiven("holds");
        start("heavy", "heavy's");
        start("light", "light's");
        start("new", "new's");

        assertThat(nextAfter("holds")).isEqualTo("new's");
        assertThat(nextAfter("new's")).isEqualTo("light's");
        assertThat(nextAfter("light's")).isEqualTo("heavy's");
    }

    @Test
    void jobsThatStillRunCount() throws Exception {
        open(3);
        start("a", "a1");
        start("a", "a2");
        awaitGiven("a1", "a2");
        pass(Duration.ofSeconds(5));
        start("a", "a3");
        start("b", "b1");

        assertThat(sandbox.health().queued()).isEqualTo(2);
        assertThat(nextAfter("a1")).isEqualTo("b1");
    }

    @Test
    void oneSlotIsKeptForClientsKnownForShortJobs() throws Exception {
        open(4);
        for (int i = 0; i < 3; i++) {
            run("quick", Duration.ofMillis(5));
        }
        for (String job : List.of("l1", "l2", "l3", "l4")) {
            start("long", job);
        }
        awaitGiven("l1", "l2", "l3");
        assertThat(sandbox.health().queued()).isEqualTo(1);

        start("quick", "q");

        assertThat(given()).isEqualTo("q");
    }

    @Test
    void theSelfTestTakesAnySlotAndNoPlace() throws Exception {
        open(2);
        start("long", "l1");
        awaitGiven("l1");
        start(SelfTest.CLIENT, "probe");
        awaitGiven("probe");
        for (int i = 0; i < 1_000; i++) {
            start(SelfTest.CLIENT, "probe " + i);
        }

        assertThat(sandbox.health().queued()).isEqualTo(1_000);
        start("long", "l2");
        assertThat(sandbox.health().queued()).isEqualTo(1_001);
    }

    @Test
    void anUnknownClientGetsNoneOfTheKeptSlots() throws Exception {
        open(2);
        start("long", "l");
        awaitGiven("l");
        start("unknown", "u");

        assertThat(sandbox.health().queued()).isEqualTo(1);
        assertThat(nextAfter("l")).isEqualTo("u");
    }

    @Test
    void aSingleSlotIsKeptForNobody() throws Exception {
        open(1);
        start("unknown", "u");
        awaitGiven("u");
    }

    @Test
    void oneThatOverstaysIsNoLongerKnownForShortJobs() throws Exception {
        open(4);
        for (int i = 0; i < 3; i++) {
            run("sly", Duration.ofMillis(5));
        }
        for (String job : List.of("s1", "s2", "s3", "s4")) {
            start("sly", job);
        }
        awaitGiven("s1", "s2", "s3", "s4");
        pass(Duration.ofSeconds(1));
        start("sly", "s5");
        start("unknown", "u");

        // All four overstay: the slot that frees first is kept, and the next is for the unknown
        // one.
        end("s1");
        awaitFree(Profile.RUN, 1);
        assertThat(sandbox.health().queued()).isEqualTo(2);
        assertThat(nextAfter("s2")).isEqualTo("u");
    }

    @Test
    void onlyThoseKnownForShortJobsRunInTheForeground() throws Exception {
        open(1);
        for (int i = 0; i < 3; i++) {
            assertThat(run("a", Duration.ofMillis(5)).standing())
                    .as("unknown")
                    .isEqualTo(Standing.BACKGROUND);
        }
        assertThat(run("a", Duration.ofMillis(5)).standing())
                .as("known")
                .isEqualTo(Standing.FOREGROUND);
        assertThat(run("b", Duration.ofMillis(5)).standing())
                .as("another")
                .isEqualTo(Standing.BACKGROUND);
    }

    @Test
    void veryManyShortJobsRunInTheBackgroundToo() throws Exception {
        open(1);
        for (int i = 0; i < 45; i++) {
            run("a", Duration.ofMillis(200));
        }
        assertThat(run("a", Duration.ofMillis(200)).standing())
                .as("after 9 s")
                .isEqualTo(Standing.FOREGROUND);
        for (int i = 0; i < 20; i++) {
            run("a", Duration.ofMillis(200));
        }
        assertThat(run("a", Duration.ofMillis(200)).standing())
                .as("after 13 s, and nobody else is about")
                .isEqualTo(Standing.BACKGROUND);
    }

    @Test
    void whoRunsIntoLimitsIsNotKnownForShortJobs() throws Exception {
        open(4);
        for (int i = 0; i < 5; i++) {
            run("flood", Duration.ofMillis(5), OUTPUT);
        }
        for (String job : List.of("l1", "l2", "l3")) {
            start("long", job);
        }
        awaitGiven("l1", "l2", "l3");

        start("flood", "f");

        assertThat(sandbox.health().queued()).isEqualTo(1);
    }

    @Test
    void theRoughShareAQuarterWhileOthersAreAbout() throws Exception {
        open(8);
        for (int i = 0; i < 4; i++) {
            run("quick", Duration.ofMillis(5));
        }
        for (int i = 0; i < 6; i++) {
            run("rough " + i, Duration.ofMillis(5), OUTPUT);
        }
        run("quick", Duration.ofMillis(5));
        for (int i = 0; i < 6; i++) {
            start("rough " + i, "r");
        }
        awaitGiven("r", "r");
        assertThat(sandbox.health().queued()).isEqualTo(4);

        pass(Duration.ofSeconds(10));
        end("r");
        awaitGiven("r", "r", "r", "r");
    }

    @Test
    void whoTakesMuchIsConfinedWhileOthersAreAbout() throws Exception {
        open(1);
        Duration little = Duration.ofMillis(5);
        run("rough", little, OUTPUT);
        for (int i = 0; i < 3; i++) {
            run("long", Duration.ofSeconds(5));
        }
        assertThat(run("rough", little).standing()).isEqualTo(Standing.BACKGROUND);
        assertThat(run("long", little).standing()).isEqualTo(Standing.BACKGROUND);

        for (int i = 0; i < 4; i++) {
            run("quick", little);
        }
        assertThat(run("rough", little).standing()).as("rough").isEqualTo(Standing.CONFINED);
        assertThat(run("long", little).standing()).as("long").isEqualTo(Standing.CONFINED);
        assertThat(run("new", little).standing()).as("new").isEqualTo(Standing.BACKGROUND);
        run(Job.JUDGE, Duration.ofSeconds(9), OUTPUT);
        assertThat(run(Job.JUDGE, little).standing()).as("judge").isEqualTo(Standing.FOREGROUND);

        pass(Duration.ofSeconds(1));
        assertThat(run("rough", little).standing()).as("alone").isEqualTo(Standing.BACKGROUND);
    }

    @Test
    void compilersAreConfinedWhileOthersRunShortPrograms() throws Exception {
        open(1);
        start(Profile.COMPILE, "compiles", "slow");
        awaitGiven("slow");
        pass(Duration.ofSeconds(15));
        end("slow");
        awaitFree(Profile.COMPILE, 1);
        for (int i = 0; i < 4; i++) {
            run("quick", Duration.ofMillis(5));
        }

        start(Profile.COMPILE, "compiles", "again");

        assertThat(awaitOne()).isEqualTo(new Given("again", Standing.CONFINED));
    }

    @Test
    void whatNobodyNeedsYetIsInTheBackgroundWhateverElseNobodyHad() throws Exception {
        open(1);
        for (int i = 0; i < 4; i++) {
            run("quick", Duration.ofMillis(5));
        }
        run(Job.NOBODY, Duration.ofSeconds(30), OUTPUT);
        run("quick", Duration.ofMillis(5));

        assertThat(run(Job.NOBODY, Duration.ofMillis(5)).standing()).isEqualTo(Standing.BACKGROUND);
    }

    @Test
    void whatNobodyNeededCountsForTheClientThatItPassesTo() throws Exception {
        open(3);
        Running passed = start(Job.NOBODY, "passed");
        awaitGiven("passed");
        pass(Duration.ofSeconds(30));

        assertThat(passed.execution().passTo("heir")).isTrue();
        assertThat(passed.execution().passTo("other")).isFalse();
        pass(Duration.ofSeconds(5));
        run("light", Duration.ofSeconds(1));
        start("holds", "holds");
        awaitGiven("holds");
        start("heir", "heir's");
        start("light", "light's");

        assertThat(sandbox.health().queued()).isEqualTo(2);
        assertThat(nextAfter("passed")).isEqualTo("light's");
        assertThat(nextAfter("light's")).isEqualTo("heir's");
    }

    @Test
    void aClientThatMustWaitItsTurnIsNotPassedWhatNobodyNeeded() throws Exception {
        open(4);
        for (int i = 0; i < 4; i++) {
            run("quick", Duration.ofMillis(5));
        }
        run("rough", Duration.ofMillis(5), OUTPUT);
        start("rough", "rough's");
        Running nobodys = start(Job.NOBODY, "nobody's");
        awaitGiven("rough's", "nobody's");

        assertThat(nobodys.execution().passTo("rough")).isFalse();
        assertThat(nobodys.execution().passTo("quick")).isTrue();
    }

    @Test
    void whatWaitsOrHasEndedPassesToNoOne() throws Exception {
        open(1);
        Running first = start(Job.NOBODY, "first");
        awaitGiven("first");
        Running waits = start(Job.NOBODY, "waits");
        assertThat(waits.execution().passTo("quick")).isFalse();

        end("first");
        first.result();

        assertThat(first.execution().passTo("quick")).isFalse();
    }

    /// Their wall time is measured against a limit.
    @Test
    void judgedJobsNeverRunInTheBackground() throws Exception {
        open(1);
        run(Job.JUDGE, Duration.ofSeconds(20));
        start(Job.JUDGE, "test");
        assertThat(awaitOne()).isEqualTo(new Given("test", Standing.FOREGROUND));
    }

    @Test
    void judgingGetsItsTurnAmongManyThatRun() throws Exception {
        open(1);
        start("other", "holds");
        awaitGiven("holds");
        for (int client = 0; client < 20; client++) {
            start("client " + client, "run " + client);
            start("client " + client, "run " + client);
        }
        start(Job.JUDGE, "judged");
        List<String> order = new ArrayList<>();
        String last = "holds";
        while (!last.equals("judged")) {
            last = nextAfter(last);
            order.add(last);
            pass(Duration.ofSeconds(1));
        }
        assertThat(order).as("turns before the judge's").hasSizeLessThanOrEqualTo(21);
    }

    /// Twenty that take all the places they get leave one for whoever has none.
    @Test
    void theLineIsNeverFullForAClientThatDoesNotWait() throws Exception {
        open(1);
        start("holds", "holds");
        awaitGiven("holds");
        for (int client = 0; client < 20; client++) {
            fillTheLine("greedy " + client);
        }

        start("modest", "modest's");

        assertThat(sandbox.health().queued()).isBetween(200, 256);
    }

    @Test
    void cachedRunsDoNotWaitForSlowCompiles() throws Exception {
        open(2);
        for (String bomb : List.of("c1", "c2", "c3", "c4")) {
            start(Profile.COMPILE, "bomber", bomb);
        }
        awaitGiven("c1");

        start("honest", "cached");

        assertThat(given()).isEqualTo("cached");
    }

    @Test
    void quickCompilesDoNotWaitForSlowOnes() throws Exception {
        open(2);
        for (int i = 0; i < 3; i++) {
            start(Profile.COMPILE, "honest", "c" + i);
            awaitGiven("c" + i);
            pass(Duration.ofMillis(600));
            end("c" + i);
            awaitFree(Profile.COMPILE, 2);
        }
        start(Profile.COMPILE, "bomber", "bomb");
        start(Profile.COMPILE, "bomber", "bomb");
        awaitGiven("bomb");

        start(Profile.COMPILE, "honest", "quick");

        assertThat(given()).isEqualTo("quick");
    }

    private void fillTheLine(String client) {
        try {
            while (true) {
                start(client, client + "'s");
            }
        } catch (SandboxBusyException full) {
            assertThat(full.retryAfter()).isPositive();
        }
    }

    private void open(int slots) {
        sandbox.close();
        FakeJail jail = new FakeJail(this::serve);
        sandbox = NsjailSandbox.closed(settings(slots), jail, now::get);
        sandbox.main().openGate();
        awaitFree(Profile.RUN, slots);
        awaitFree(Profile.COMPILE, slots);
    }

    private void serve(FakeJail.Peer peer) throws IOException, InterruptedException {
        peer.greet();
        while (true) {
            FakeJail.Received job = peer.job();
            String name = job.argv().getFirst();
            byte[] first = job.frames().getFirst().payload();
            given.add(new Given(name, standing(first[first.length - 1])));
            peer.started();
            semaphore(name).acquire();
            int killedFor = limits.getOrDefault(name, 0);
            peer.send('Z', FakeJail.report(killedFor, killedFor == 0 ? 1 : 2, 0, 0));
            peer.ready();
        }
    }

    private static Standing standing(byte flags) {
        return switch (flags) {
            case 0 -> Standing.FOREGROUND;
            case 2 -> Standing.BACKGROUND;
            case 6 -> Standing.CONFINED;
            default -> throw new AssertionError("flags " + flags);
        };
    }

    /// A job that holds its slot for so long.
    private Given run(String client, Duration stay) throws InterruptedException {
        return run(client, stay, 0);
    }

    private Given run(String client, Duration stay, int killedFor) throws InterruptedException {
        int free = sandbox.main().free(Profile.RUN);
        limits.put("run", killedFor);
        Running running = start(client, "run");
        Given job = awaitOne();
        pass(stay);
        end("run");
        running.result();
        awaitFree(Profile.RUN, free);
        return job;
    }

    private Running start(String client, String name) {
        return start(Profile.RUN, client, name);
    }

    private Running start(Profile profile, String client, String name) {
        return Heard.start(sandbox, Jobs.run(name).of(client).in(profile).job());
    }

    private String nextAfter(String running) throws InterruptedException {
        end(running);
        return given();
    }

    private void awaitGiven(String... names) throws InterruptedException {
        List<String> got = new ArrayList<>();
        for (String _ : names) {
            got.add(given());
        }
        assertThat(got).containsExactlyInAnyOrder(names);
    }

    private String given() throws InterruptedException {
        return awaitOne().name();
    }

    private Given awaitOne() throws InterruptedException {
        Given next = given.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a job that gets a slot").isNotNull();
        return next;
    }

    private void awaitFree(Profile profile, int slots) {
        while (sandbox.main().free(profile) < slots) {
            Thread.onSpinWait();
        }
    }

    private void end(String name) {
        semaphore(name).release();
    }

    private Semaphore semaphore(String name) {
        return mayEnd.computeIfAbsent(name, _ -> new Semaphore(0));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static SandboxSettings settings(int slots) {
        return new SandboxSettings(
                Path.of("/nonexistent"),
                slots,
                slots,
                256,
                256,
                Duration.ofMillis(1),
                Duration.ofMillis(4),
                Duration.ofSeconds(30));
    }
}
