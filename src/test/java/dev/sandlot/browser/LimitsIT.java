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

    @Test
    void onlyOutputThatIsThereIsPointedTo() {
        open("/?language=bash");
        write("while :; do :; done\n");
        run();
        assertThat(result()).containsText("of CPU time");
        assertThat(result()).not().containsText("above");

        write("echo told; while :; do :; done\n");
        run();
        assertThat(console()).hasText("told");
        assertThat(result()).containsText("of CPU time");
        assertThat(result()).containsText("output so far is above");
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
