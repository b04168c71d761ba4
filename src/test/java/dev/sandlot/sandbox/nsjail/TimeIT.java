package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.attack.Attacks;
import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What clocks promise about many jobs, and about two at once.
@Timeout(120)
class TimeIT {

    private static final int SHORT_JOBS = 500;
    private static final Duration ALMOST_A_SECOND = Duration.ofMillis(900);
    private static final Duration SHORT = Duration.ofMillis(50);

    /// nsjail's own clock once lost a wake-up in some hundred runs and answered a second late.
    @Attacks(12)
    @Test
    void hundredsOfShortJobsEndWellAndNoneWaitsForTheMachinery() {
        int late = 0;
        int notShort = 0;
        try (NsjailSandbox sandbox = RealSandbox.open(1, 1);
                HostStalls stalls = new HostStalls()) {
            for (int i = 0; i < SHORT_JOBS; i++) {
                stalls.reset();
                long start = System.nanoTime();
                JobResult result =
                        Heard.start(sandbox, Jobs.run("/bin/sleep", "0.001").job()).result();
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                Duration excused = stalls.longest();

                assertThat(result.outcome()).isEqualTo(new Outcome.Exited(0));
                late += isOver(took.minus(excused), ALMOST_A_SECOND);
                notShort += isOver(result.wallTime().minus(excused), SHORT);
            }
        }

        assertThat(late).as("jobs that waited for the machinery").isZero();
        assertThat(notShort).as("reports of over 50 ms").isLessThanOrEqualTo(SHORT_JOBS / 100);
    }

    private static int isOver(Duration time, Duration limit) {
        return time.compareTo(limit) > 0 ? 1 : 0;
    }

    /// Twice as many as there are processors: each is told what it used itself, however long it
    /// waited while others had their turn.
    @Attacks(value = 14, languages = "python3")
    @Test
    void busyJobsThatShareProcessorsAreEachToldTheirOwn() {
        int processors = Runtime.getRuntime().availableProcessors();
        // A quarter of the slots is kept for others.
        try (NsjailSandbox sandbox = RealSandbox.open(3 * processors, 1)) {
            Crowd crowd = Crowd.run(sandbox, 2 * processors);
            for (int i = 0; i < 5 && crowd.took() < 1.5 * crowd.used(); i++) {
                crowd = Crowd.run(sandbox, 2 * processors);
            }

            assertThat(crowd.took()).as("with their waits").isGreaterThan(1.5 * crowd.used());
            assertThat(crowd.lasted()).isGreaterThan(0.9 * crowd.used() / processors);
            for (Busy busy : crowd.jobs()) {
                assertThat(busy.told()).isBetween(busy.used(), busy.used() * 1.1);
            }
        }
    }

    /// All in seconds.
    ///
    /// @param told the CPU time that the sandbox reports
    /// @param used the same as the program saw it
    /// @param begin of its busy part, on the clock that all jails share
    private record Busy(double told, double used, double begin, double end) {

        private static final String PROGRAM =
                """
                import time
                print("ready", flush=True)
                input()
                begin = time.monotonic()
                while time.process_time() < 0.3:
                    pass
                print(begin, time.monotonic(), time.process_time())
                """;

        static Running start(NsjailSandbox sandbox) {
            Running running =
                    Heard.start(sandbox, Jobs.run("/usr/bin/python3", "-c", PROGRAM).typed().job());
            running.heard().awaitOutput("ready");
            return running;
        }

        static Busy of(Running running) {
            JobResult result = running.result();
            assertThat(result.outcome()).isEqualTo(new Outcome.Exited(0));
            String[] words = running.heard().stdout().lines().toList().getLast().split(" ");
            return new Busy(
                    result.cpuTime().toNanos() / 1e9,
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]));
        }

        double took() {
            return end - begin;
        }
    }

    private record Crowd(List<Busy> jobs) {

        static Crowd run(NsjailSandbox sandbox, int size) {
            List<Running> running = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                running.add(Busy.start(sandbox));
            }
            running.forEach(job -> job.type("\n"));
            return new Crowd(running.stream().map(Busy::of).toList());
        }

        double used() {
            return jobs.stream().mapToDouble(Busy::used).sum();
        }

        double took() {
            return jobs.stream().mapToDouble(Busy::took).sum();
        }

        double lasted() {
            return jobs.stream().mapToDouble(Busy::end).max().orElseThrow()
                    - jobs.stream().mapToDouble(Busy::begin).min().orElseThrow();
        }
    }
}
