package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.attack.Corpus;
import dev.sandlot.attack.HostileProgram;
import dev.sandlot.language.Language;
import dev.sandlot.language.TestedLanguages;
import dev.sandlot.language.TestedLanguages.Here;
import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Every program under `src/test/resources/jail` attacks the installed jail and must get what its
/// folder says, with the host unharmed after each.
///
/// The programs run on a few lanes at once; a test waits for its own. `-Dprobe=fork-bomb` runs
/// those whose title the expression finds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JailUnderAttackIT {

    private static final int LANES = 3;
    private static final Pattern ONLY = Pattern.compile(System.getProperty("probe", ""));

    private final TestedLanguages languages = TestedLanguages.read();
    private final BlockingQueue<Lane> free = new LinkedBlockingQueue<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final ExecutorService attackers = Executors.newFixedThreadPool(LANES);
    private Host host;
    private Canary canary;

    @BeforeAll
    void open() throws IOException {
        host = Host.read();
        canary = new Canary();
        for (int i = 0; i < LANES; i++) {
            lanes.add(new Lane(host, canary, Sandbox.MAIN_ROOT));
        }
        free.addAll(lanes);
    }

    @TestFactory
    Stream<DynamicTest> everyHostileProgramGetsWhatItsFolderSays() {
        List<DynamicTest> tests =
                Corpus.read(languages).stream()
                        .filter(program -> ONLY.matcher(program.title()).find())
                        .map(this::test)
                        .toList();
        assertThat(tests).as("hostile programs").isNotEmpty();
        return tests.stream();
    }

    /// Every slot is gone with its sandbox, and the host is as before.
    @AfterAll
    void nothingIsLeftBehind() throws Exception {
        attackers.shutdownNow();
        List<Path> cgroups =
                lanes.stream()
                        .flatMap(lane -> lane.slots().stream())
                        .flatMap(slot -> host.cgroupsOf(slot).stream())
                        .toList();
        List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
        lanes.forEach(Lane::close);

        CompletableFuture.allOf(
                        processes.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture[]::new))
                .get(30, TimeUnit.SECONDS);
        assertThat(cgroups).isNotEmpty().noneMatch(Files::exists);
        assertThat(canary.isUntouched()).isTrue();
        canary.close();
    }

    private DynamicTest test(HostileProgram program) {
        return switch (languages.find(program.language())) {
            case Here.Missing(String reason) ->
                    DynamicTest.dynamicTest(program.title(), () -> Assumptions.abort(reason));
            case Here.Installed(Language language) -> {
                CompletableFuture<Void> attack =
                        CompletableFuture.runAsync(() -> attack(program, language), attackers);
                yield DynamicTest.dynamicTest(program.title(), () -> outcomeOf(attack));
            }
        };
    }

    private void attack(HostileProgram program, Language language) {
        if (!language.root().equals(Sandbox.MAIN_ROOT)) {
            attackElsewhere(program, language);
            return;
        }
        Lane lane = Objects.requireNonNull(free.poll());
        try {
            lane.attack(program, language);
        } finally {
            free.add(lane);
        }
    }

    /// Few languages live there: a lane for each of their programs.
    private synchronized void attackElsewhere(HostileProgram program, Language language) {
        try (Lane lane = new Lane(host, canary, language.root())) {
            lane.attack(program, language);
        }
    }

    private static void outcomeOf(CompletableFuture<Void> attack) throws Throwable {
        try {
            attack.join();
        } catch (CompletionException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        }
    }
}
