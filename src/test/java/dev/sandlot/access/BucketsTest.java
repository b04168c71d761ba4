package dev.sandlot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final Allowance THREE = new Allowance(1, 3, 1);

    private final Clock clock = new Clock();
    private final Buckets buckets =
            new Buckets(Duration.ofMinutes(1), Allowance::runsPerMinute, clock);
    private final Client client = new Client("a", THREE);

    @Test
    void anEmptyBucketSaysWhenItHasOneAgain() {
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take(client)).isZero();
        }
        assertThat(buckets.take(client)).isEqualTo(Duration.ofSeconds(20));

        clock.pass(Duration.ofSeconds(15));
        assertThat(buckets.take(client)).isEqualTo(Duration.ofSeconds(5));
        clock.pass(Duration.ofSeconds(5));
        assertThat(buckets.take(client)).isZero();
    }

    @Test
    void eachClientHasItsOwn() {
        for (int i = 0; i < 3; i++) {
            buckets.take(client);
        }
        assertThat(buckets.take(new Client("b", THREE))).isZero();
    }

    @Test
    void anotherAllowanceHoldsAtOnce() {
        for (int i = 0; i < 3; i++) {
            buckets.take(client);
        }
        assertThat(buckets.take(new Client("a", new Allowance(1, 5, 1)))).isZero();
    }

    /// A million addresses cost no more memory, and don't refill the bucket of the first.
    @Test
    void manyNewClientsDoNotRefillAnEmptyBucket() {
        for (int i = 0; i < 3; i++) {
            buckets.take(client);
        }
        for (int i = 0; i < 3 * Buckets.MOST; i++) {
            buckets.take(new Client("new " + i, THREE));
        }

        assertThat(buckets.size()).isLessThanOrEqualTo(Buckets.MOST);
        assertThat(buckets.take(client)).isPositive();
    }
}
