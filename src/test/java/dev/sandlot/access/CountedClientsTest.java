package dev.sandlot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedClientsTest {

    private final Clock clock = new Clock();
    private final ClientLimits limits = new CountedClients(clock);
    private final Client client = new Client("a", new Allowance(2, 5, 2));

    @Test
    void atMostSoManyRunAtOneTime() {
        limits.enter(client);
        ClientLimits.Place second = limits.enter(client);

        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> limits.enter(client))
                .withMessage(
                        "You have 2 programs running already (limit 2); try again when one has"
                                + " ended")
                .satisfies(e -> assertThat(e.limit()).isEqualTo("concurrentRuns 2"))
                .satisfies(e -> assertThat(e.retryAfter()).isPositive());
        second.close();
        limits.enter(client);
    }

    @Test
    void leavingTwiceGivesNoSecondPlace() {
        limits.enter(client);
        ClientLimits.Place second = limits.enter(client);
        second.close();
        second.close();
        limits.enter(client);

        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> limits.enter(client));
    }

    @Test
    void whoIsRefusedForTheRateHoldsNoPlace() {
        List<ClientLimits.Place> places = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            limits.enter(client).close();
        }
        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> limits.enter(client))
                .withMessage(
                        "You have started very many programs (limit 5 a minute); the next can start"
                                + " in 12 seconds")
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(12)));

        clock.pass(Duration.ofSeconds(24));
        places.add(limits.enter(client));
        places.add(limits.enter(client));
        assertThat(places).hasSize(2);
    }

    @Test
    void theTimeToComeBackFollowsFromHowLongRunsTake() {
        limits.enter(client);
        for (int i = 0; i < 4; i++) {
            ClientLimits.Place second = limits.enter(client);
            clock.pass(Duration.ofMinutes(1));
            second.close();
        }
        limits.enter(client);

        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> limits.enter(client))
                .satisfies(e -> assertThat(e.retryAfter()).isGreaterThan(Duration.ofSeconds(5)));
    }

    @Test
    void submissionsCountAsRuns() {
        for (int i = 0; i < 5; i++) {
            limits.countSubmission(client);
        }
        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> limits.enter(client))
                .satisfies(e -> assertThat(e.limit()).isEqualTo("runsPerMinute 5"));
    }

    @Test
    void snippetsAreCountedByTheHour() {
        limits.countSnippet(client);
        limits.countSnippet(client);
        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> limits.countSnippet(client))
                .satisfies(e -> assertThat(e.limit()).isEqualTo("snippetsPerHour 2"))
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(30)));
    }
}
