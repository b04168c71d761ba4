package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sandlot.attack.Attacks;
import dev.sandlot.attack.Corpus;
import dev.sandlot.attack.HostileProgram;
import dev.sandlot.language.TestedLanguages;
import dev.sandlot.language.TestedLanguages.Here;
import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every hostile program, in an order that a seed decides, eight at a time in the sandbox of the
/// whole application, while honest people use it over HTTP: they never notice, and nothing grows.
///
/// It takes 40 seconds, and as long as `-Dsoak.time=PT1H` says; `-Dsoak.seed=7` repeats an order.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "sandlot.data-dir=target/it/soak",
            "sandlot.sandbox.run-slots=8",
            "sandlot.sandbox.compile-slots=4"
        })
class SoakIT {

    private static final Logger log = LoggerFactory.getLogger(SoakIT.class);
    private static final int ATTACKERS = 8;
    private static final int ATTACKS_A_ROUND = 5;
    private static final Duration TIME = Duration.parse(System.getProperty("soak.time", "PT40S"));
    private static final long SEED = Long.getLong("soak.seed", System.currentTimeMillis() / 1000);

    @Autowired private Sandbox sandbox;
    @LocalServerPort private int port;

    private final TestedLanguages languages = TestedLanguages.read();
    private final AtomicInteger attacks = new AtomicInteger();
    private final Queue<HostileProgram> next = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(SEED);

    @BeforeEach
    void sandboxServes() throws Exception {
        sandbox.accepting().get(60, TimeUnit.SECONDS);
    }

    @Attacks(164)
    @Test
    void nobodyNoticesAndNothingGrows() throws Exception {
        log.info("A soak of {}; -Dsoak.seed={} repeats its order", TIME, SEED);
        Host host = Host.read();
        try (Canary canary = new Canary();
                HonestUser user = new HonestUser(port)) {
            attackUntil(Instant.now().plus(TIME.dividedBy(4)), user, canary);
            Footprint before = settled(host);
            attackUntil(Instant.now().plus(TIME), user, canary);
            settled(host).assertNotBeyond(before);

            assertThat(canary.isUntouched()).isTrue();
            assertThat(canary.visits()).as("connections to the host's port").isZero();
            log.info("{} attacks, {} rounds of honest use", attacks, user.rounds());
        }
    }

    /// The attackers go on until the end, and whoever uses it as is meant comes again after each
    /// few of their attacks.
    private void attackUntil(Instant end, HonestUser user, Canary canary) throws Exception {
        ExecutorService attackers = Executors.newFixedThreadPool(ATTACKERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < ATTACKERS; i++) {
                String client = "attacker " + i;
                all.add(attackers.submit(() -> attackUntil(end, canary, client)));
            }
            int seen = attacks.get();
            while (Instant.now().isBefore(end)) {
                user.useEverything();
                int wanted = seen + ATTACKS_A_ROUND;
                await().atMost(Duration.ofMinutes(2)).until(() -> attacks.get() >= wanted);
                seen = attacks.get();
            }
            for (Future<?> one : all) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            attackers.shutdownNow();
        }
    }

    private void attackUntil(Instant end, Canary canary, String client) {
        while (Instant.now().isBefore(end)) {
            HostileProgram program = nextProgram();
            if (languages.find(program.language()) instanceof Here.Installed(var language)) {
                Attack attack = new Attack(program, language, sandbox, canary, client);
                attack.run().forEach(ended -> checkInACrowd(program, ended));
                attacks.incrementAndGet();
            }
        }
    }

    /// Among so many the clocks of a program may run out before whatever else was to end it.
    private static void checkInACrowd(HostileProgram program, Attack.Ended ended) {
        new Expectations(program, ended.result(), ended.heard()).checkOutcomeAmongMany();
    }

    private synchronized HostileProgram nextProgram() {
        HostileProgram program = next.poll();
        if (program == null) {
            List<HostileProgram> all = new ArrayList<>(Corpus.read(languages));
            Collections.shuffle(all, random);
            next.addAll(all);
            program = next.remove();
        }
        return program;
    }

    /// Once every slot waits for its next job, and no process has come or gone for a second.
    private Footprint settled(Host host) throws IOException {
        var seen = new AtomicLong();
        await().atMost(Duration.ofSeconds(60))
                .during(Duration.ofSeconds(1))
                .until(() ->
                        sandbox.health().running() == 0
                                && allWait(host)
                                && isAsBefore(seen, Footprint.machinery().size()));
        return Footprint.of(host);
    }

    private static boolean isAsBefore(AtomicLong seen, long now) {
        return seen.getAndSet(now) == now;
    }

    private boolean allWait(Host host) {
        List<Integer> slots = host.ownSlots();
        return slots.size() == sandbox.health().slots()
                && slots.stream()
                        .allMatch(slot -> host.cgroupsOf(slot).size() == host.hierarchies());
    }
}
