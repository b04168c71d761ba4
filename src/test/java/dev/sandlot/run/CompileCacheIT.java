package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class CompileCacheIT {

    @TempDir private Path temp;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void givesBackWhatWasPut() throws IOException {
        CompileCache cache = cache(10);
        cache.put(key(1), compiled(1000));

        Compiled found = cache.find(key(1)).orElseThrow();

        assertThat(found.artifact()).singleElement().satisfies(CompileCacheIT::isTheProgram);
        assertThat(found.step().stderr()).containsExactly('w');
        assertThat(found.step().cpuTime()).isEqualTo(Duration.ofNanos(1_234_567));
        assertThat(found.step().peakMemory()).isEqualTo(MemorySize.ofKib(77));
        assertThat(found.succeeded()).isTrue();
        assertThat(cache.find(key(2))).isEmpty();
    }

    @Test
    void outlivesARestart() throws IOException {
        cache(10).put(key(1), compiled(10));

        assertThat(cache(10).find(key(1))).isPresent();
    }

    /// Whichever thread is the quicker one.
    @Test
    void isFoundAsSoonAsItWasPut() throws IOException {
        try (CompileCache cache = open(100)) {
            for (int i = 1; i <= 50; i++) {
                cache.put(key(i), compiled(1000));

                assertThat(cache.size(key(i))).isGreaterThanOrEqualTo(1000);
                assertThat(cache.find(key(i)).orElseThrow().artifact())
                        .singleElement()
                        .satisfies(CompileCacheIT::isTheProgram);
            }
        }
    }

    @Test
    void whatWasPutIsOnTheDiskWhenItIsClosed() throws IOException {
        try (CompileCache cache = open(100)) {
            for (int i = 1; i <= 50; i++) {
                cache.put(key(i), compiled(1000));
            }
        }

        assertThat(files()).hasSize(50);
        assertThat(cache(100).find(key(50))).isPresent();
    }

    @Test
    void whatWaitsForTheDiskIsBounded() {
        UnstoredPrograms unstored = new UnstoredPrograms(2500);

        assertThat(unstored.add(key(1), compiled(1000))).isTrue();
        assertThat(unstored.add(key(1), compiled(1000))).as("the same again").isFalse();
        assertThat(unstored.add(key(2), compiled(1000))).isTrue();
        assertThat(unstored.add(key(3), compiled(1000))).as("too much").isFalse();

        unstored.remove(key(1));

        assertThat(unstored.find(key(1))).isEmpty();
        assertThat(unstored.add(key(3), compiled(1000))).isTrue();
    }

    @Test
    void theLongestUnusedGoesWhenThereAreTooMany() throws IOException {
        CompileCache cache = cache(2);
        cache.put(key(1), compiled(10));
        cache.put(key(2), compiled(10));
        assertThat(cache.find(key(1))).isPresent();
        cache.put(key(3), compiled(10));

        assertThat(cache.find(key(1))).isPresent();
        assertThat(cache.find(key(2))).isEmpty();
        assertThat(cache.find(key(3))).isPresent();
        assertThat(files()).hasSize(2);
    }

    @Test
    void theLongestUnusedGoesWhenTheyAreTooBig() throws IOException {
        CompileCache cache = cache(100);
        for (int i = 1; i <= 20; i++) {
            cache.put(key(i), compiled(200_000));
        }

        assertThat(cache.find(key(1))).isEmpty();
        assertThat(cache.find(key(20))).isPresent();
        assertThat(files().stream().mapToLong(file -> file.toFile().length()).sum())
                .isLessThanOrEqualTo(DataSize.ofMegabytes(1).toBytes());
    }

    @Test
    void whatNobodyRunsForLongGoes() throws IOException {
        CompileCache cache = cache(10);
        cache.put(key(1), compiled(10));
        cache.put(key(2), compiled(10));
        now = now.plus(Duration.ofDays(20));
        assertThat(cache.find(key(2))).isPresent();

        now = now.plus(Duration.ofDays(11));
        cache.expire();

        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(key(2).hex());
        assertThat(cache.find(key(1))).isEmpty();
        assertThat(cache.entries()).isEqualTo(1);
        assertThat(cache.bytes()).isEqualTo(files().getFirst().toFile().length());
    }

    @Test
    void aRestartKnowsWhenSomethingWasLastUsed() throws IOException {
        CompileCache before = cache(10);
        before.put(key(1), compiled(10));
        before.put(key(2), compiled(10));
        now = now.plus(Duration.ofDays(20));
        assertThat(before.find(key(1))).isPresent();
        now = now.plus(Duration.ofDays(11));

        CompileCache after = cache(10);

        assertThat(after.find(key(1))).isPresent();
        assertThat(after.find(key(2))).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void oneThatWouldCrowdOutTheOthersIsNotKept() throws IOException {
        CompileCache cache = cache(10);
        cache.put(key(1), compiled(800_000));

        assertThat(cache.find(key(1))).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aDamagedEntryIsDropped() throws IOException {
        CompileCache cache = cache(10);
        cache.put(key(1), compiled(1000));
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(cache.find(key(1))).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(cache.find(key(1))).isEmpty();
    }

    @Test
    void aCutEntryIsDropped() throws IOException {
        cache(10).put(key(1), compiled(1000));
        Path file = files().getFirst();
        Files.write(file, new byte[] {1, 2});

        assertThat(cache(10).find(key(1))).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void anEntryUnderAnothersNameIsDropped() throws IOException {
        cache(10).put(key(1), compiled(1000));
        Files.move(files().getFirst(), temp.resolve("cache").resolve(key(2).hex()));

        assertThat(cache(10).find(key(2))).isEmpty();
    }

    @Test
    void strangersInTheFolderAreLeftAlone() throws IOException {
        cache(10);
        Path stranger = Files.writeString(temp.resolve("cache/README"), "x");

        cache(10).put(key(1), compiled(10));

        assertThat(stranger).exists();
    }

    @Test
    void theFolderIsTheOwnersAlone() throws IOException {
        cache(10);
        assertThat(Files.getPosixFilePermissions(temp.resolve("cache")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    /// One that stores at once, since it is closed.
    private CompileCache cache(int entries) throws IOException {
        CompileCache cache = open(entries);
        cache.close();
        return cache;
    }

    private CompileCache open(int entries) throws IOException {
        return new CompileCache(
                new CompileCacheProperties(
                        temp.resolve("cache"),
                        DataSize.ofMegabytes(1),
                        entries,
                        Duration.ofDays(30),
                        DataSize.ofMegabytes(1)),
                () -> now);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("cache"))) {
            return files.toList();
        }
    }

    private static CompileKey key(int number) {
        return new CompileKey("%064x".formatted(number));
    }

    private static Compiled compiled(int size) {
        StepResult step =
                new StepResult(
                        new Outcome.Exited(0),
                        new byte[0],
                        new byte[] {'w'},
                        false,
                        false,
                        Duration.ofNanos(1_234_567),
                        Duration.ofNanos(2_345_678),
                        MemorySize.ofKib(77),
                        false,
                        false,
                        false,
                        List.of(),
                        List.of(),
                        false,
                        TestLanguages.LIMITS);
        return new Compiled(step, List.of(new JailFile("out/main", new byte[size], true)));
    }

    private static void isTheProgram(JailFile file) {
        assertThat(file.name()).isEqualTo("out/main");
        assertThat(file.executable()).isTrue();
        assertThat(file.content()).hasSize(1000).containsOnly(0);
    }
}
