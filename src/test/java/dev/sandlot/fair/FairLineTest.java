package dev.sandlot.fair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairLineTest {

    private long now;
    private final Accounts accounts = new Accounts(() -> now);
    private final FairLine<String> line = new FairLine<>(accounts);

    @Test
    void clientsThatUsedEquallyMuchTakeTurns() {
        for (String job : List.of("a1", "a2", "a3", "b1", "c1", "b2")) {
            line.addLast(job.substring(0, 1), job);
        }

        assertThat(line.removeAll()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
        assertThat(line.size()).isZero();
    }

    @Test
    void whoUsedLeastComesFirst() {
        use("a", Duration.ofSeconds(2));
        use("b", Duration.ofSeconds(1));
        line.addLast("a", "a1");
        line.addLast("b", "b1");
        line.addLast("b", "b2");
        line.addLast("new", "new1");

        assertThat(line.removeAll()).containsExactly("new1", "b1", "b2", "a1");
    }

    @Test
    void whoHoldsManyPlacesWaitsForThoseWhoHoldFew() {
        accounts.begin("a");
        accounts.begin("a");
        accounts.begin("b");
        now += Duration.ofSeconds(1).toNanos();
        line.addLast("a", "a1");
        line.addLast("b", "b1");

        assertThat(line.removeAll()).containsExactly("b1", "a1");
    }

    @Test
    void aClientThatComesLateWaitsForOneTurnOnly() {
        line.addLast("a", "a1");
        line.addLast("a", "a2");
        line.addLast("a", "a3");
        assertThat(line.poll()).isEqualTo("a1");
        line.addLast("b", "b1");

        assertThat(line.removeAll()).containsExactly("a2", "b1", "a3");
    }

    @Test
    void onlyThoseWhoMayAreAsked() {
        line.addLast("a", "a1");
        line.addLast("b", "b1");

        assertThat(line.poll("b"::equals)).isEqualTo("b1");
        assertThat(line.poll("b"::equals)).isNull();
        assertThat(line.size()).isEqualTo(1);
    }

    @Test
    void anItemThatMustHaveItsTurnAgainComesBeforeItsClientsOthers() {
        line.addLast("a", "a2");
        line.addFirst("a", "a1");

        assertThat(line.removeAll()).containsExactly("a1", "a2");
    }

    @Test
    void aWithdrawnItemNeverComes() {
        line.addLast("a", "a1");
        line.addLast("a", "a2");

        assertThat(line.remove("a", "a1")).isTrue();
        assertThat(line.remove("a", "a1")).isFalse();
        assertThat(line.remove("b", "a2")).isFalse();
        assertThat(line.size()).isEqualTo(1);
        assertThat(line.poll()).isEqualTo("a2");
        assertThat(line.poll()).isNull();
    }

    private void use(String client, Duration time) {
        Accounts.Stay stay = accounts.begin(client);
        now += time.toNanos();
        stay.end();
    }
}
