package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sandlot.access.Allowance;
import dev.sandlot.access.Client;
import dev.sandlot.access.ClientLimits;
import dev.sandlot.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the page says at a limit, and that a page which is gone costs nothing.
class LimitsIT extends BrowserStories {

    /// The browser's address, whichever of the two it takes for localhost.
    private static final List<String> HERE = List.of("127.0.0.1", "0000000000000000/64");

    @Autowired private ClientLimits limits;
    @Autowired private Sandbox sandbox;

    @Test
    void oneProgramTooManyIsRefusedInASentenceAndNothingIsLost() {
        List<ClientLimits.Place> places = new ArrayList<>();
        for (String address : HERE) {
            Client client = new Client(address, new Allowance(32, 1_000, 1));
            for (int i = 0; i < 32; i++) {
                places.add(limits.enter(client));
            }
        }
        open("/?language=python3");
        write("print('kept')");
        run();
        assertThat(result()).containsText("You have 32 programs running already (limit 32)");
        assertThat(editor()).containsText("print('kept')");

        places.forEach(ClientLimits.Place::close);
        run();
        assertThat(console()).hasText("kept");
    }

    /// A program that uses up its CPU time may run out of wall time first where others work too, so
    /// none is run here.
    @Test
    void onlyOutputThatIsThereIsPointedTo() {
        open("/?language=bash");
        String stopped = "⏱ Stopped: used 5 s of CPU time (limit 5 s)";
        Assertions.assertThat(told("")).isEqualTo(stopped);
        Assertions.assertThat(told("some\n")).isEqualTo(stopped + " · output so far is above");
    }

    /// What the page says of a program that used up its CPU time.
    private Object told(String output) {
        return page.evaluate(
                """
                output => {
                  const limits = { cpuTimeMs: 5000, wallTimeMs: 10000, memoryBytes: 1 };
                  const outcome = { type: 'limitExceeded', limit: 'cpuTime' };
                  const run = { outcome, limits, cpuTimeMs: 5000, wallTimeMs: 5000, peakMemoryBytes: 1 };
                  const line = document.createElement('result-line');
                  const console = document.createElement('run-console');
                  document.body.append(line, console);
                  if (output) console.append('stdout', output);
                  line.result({ run }, console.printed);
                  return line.querySelector('[role=status]').textContent;
                }
                """,
                output);
    }

    @Test
    void closingTheTabStopsItsProgram() {
        open("/?language=python3");
        write("input('before ')\n");
        run();
        assertThat(console()).hasText("before ");

        page.close();

        // By itself it would wait for its input until its wall time is over, 10 s after its start.
        await().atMost(Duration.ofSeconds(8)).until(() -> sandbox.health().running() == 0);
    }
}
