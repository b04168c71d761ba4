package dev.sandlot.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final Offset<Double> ONE_MILLISECOND = within(0.001);

    private long now;
    private final Accounts accounts = new Accounts(() -> now);

    @Test
    void whatIsHeldNowCounts() {
        accounts.begin("a");
        pass(Duration.ofSeconds(3));
        accounts.begin("a");
        pass(Duration.ofSeconds(2));

        assertThat(seconds("a")).isCloseTo(5 + 2, ONE_MILLISECOND);
        assertThat(seconds("b")).isZero();
    }

    @Test
    void whatWasUsedFades() {
        stay("a", Duration.ofSeconds(8));
        assertThat(seconds("a")).isCloseTo(8, ONE_MILLISECOND);

        pass(Accounts.USE_HALF_LIFE);
        assertThat(seconds("a")).isCloseTo(4, ONE_MILLISECOND);

        pass(Accounts.USE_HALF_LIFE.multipliedBy(2));
        assertThat(seconds("a")).isCloseTo(1, ONE_MILLISECOND);
    }

    @Test
    void oneWhoseStaysOverlapPaysForEach() {
        Accounts.Stay first = accounts.begin("a");
        Accounts.Stay second = accounts.begin("a");
        pass(Duration.ofSeconds(1));
        first.end();
        second.end();

        assertThat(seconds("a")).isCloseTo(2, ONE_MILLISECOND);
    }

    @Test
    void threeShortStaysMakeKnownForShortOnes() {
        for (int i = 0; i < Accounts.PROOF; i++) {
            assertThat(isKnownForShortStays("a")).isFalse();
            stay("a", Duration.ofMillis(100));
        }
        assertThat(isKnownForShortStays("a")).isTrue();
    }

    @Test
    void oneLongStayIsRememberedForMinutes() {
        for (int i = 0; i < 10; i++) {
            stay("a", Duration.ofMillis(1));
        }
        stay("a", Duration.ofSeconds(10));
        for (int i = 0; i < 10; i++) {
            stay("a", Duration.ofMillis(1));
        }
        assertThat(isKnownForShortStays("a")).isFalse();

        pass(Accounts.WORK_HALF_LIFE.multipliedBy(5));
        assertThat(isKnownForShortStays("a")).isFalse();
        pass(Accounts.WORK_HALF_LIFE);
        assertThat(isKnownForShortStays("a")).isTrue();
    }

    @Test
    void whatIsKnownIsTheWorkAlone() {
        for (int i = 0; i < Accounts.PROOF; i++) {
            Accounts.Stay stay = accounts.begin("a");
            pass(Duration.ofSeconds(1));
            stay.end(Duration.ofMillis(5), false);
        }
        assertThat(isKnownForShortStays("a")).isTrue();
        assertThat(seconds("a")).isGreaterThan(2.9);
    }

    @Test
    void roughWorkIsHeldAgainstItsClientForAWhile() {
        accounts.begin("a").end(Duration.ofMillis(1), true);
        stay("a", Duration.ofMillis(1));
        assertThat(accounts.isRough("a")).isTrue();
        assertThat(accounts.isRough("b")).isFalse();

        pass(Accounts.ROUGH);
        assertThat(accounts.isRough("a")).isFalse();
    }

    /// An address costs an attacker one short job; making ten thousand of them must not clear the
    /// account of the first.
    @Test
    void manyNewClientsDoNotDisplaceABadAccount() {
        stay("bad", Duration.ofSeconds(10));
        for (int i = 0; i < 3 * Accounts.MOST; i++) {
            stay("new " + i, Duration.ofNanos(1_000));
        }

        assertThat(accounts.size()).isLessThanOrEqualTo(Accounts.MOST);
        assertThat(seconds("bad")).isGreaterThan(9);
    }

    @Test
    void nobodyIsForgottenWhileHoldingAPlace() {
        Accounts.Stay held = accounts.begin("a");
        for (int i = 0; i < 2 * Accounts.MOST; i++) {
            stay("new " + i, Duration.ofNanos(1_000));
        }
        double before = seconds("a");
        held.end();

        assertThat(seconds("a")).isEqualTo(before);
    }

    private boolean isKnownForShortStays(String client) {
        return accounts.isKnownFor(client, Duration.ofMillis(250));
    }

    private void stay(String client, Duration length) {
        Accounts.Stay stay = accounts.begin(client);
        pass(length);
        stay.end();
    }

    private double seconds(String client) {
        return accounts.recentUse(client).toNanos() / 1e9;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
