package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private final FairQueue<String> queue = new FairQueue<>();

    @Test
    void clientsTakeTurns() {
        for (String job : List.of("a1", "a2", "a3", "b1", "c1", "b2")) {
            queue.addLast(job.substring(0, 1), job);
        }

        assertThat(queue.removeAll()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
        assertThat(queue.size()).isZero();
    }

    @Test
    void aClientThatComesLateWaitsForOneRoundOnly() {
        queue.addLast("a", "a1");
        queue.addLast("a", "a2");
        queue.addLast("a", "a3");
        assertThat(queue.poll()).isEqualTo("a1");
        queue.addLast("b", "b1");

        assertThat(queue.removeAll()).containsExactly("a2", "b1", "a3");
    }

    @Test
    void aJobThatMustRunAgainComesBeforeItsClientsOthers() {
        queue.addLast("a", "a2");
        queue.addFirst("a", "a1");

        assertThat(queue.removeAll()).containsExactly("a1", "a2");
    }

    @Test
    void aWithdrawnJobNeverComes() {
        queue.addLast("a", "a1");
        queue.addLast("a", "a2");

        assertThat(queue.remove("a", "a1")).isTrue();
        assertThat(queue.remove("a", "a1")).isFalse();
        assertThat(queue.remove("b", "a2")).isFalse();
        assertThat(queue.size("a")).isEqualTo(1);
        assertThat(queue.poll()).isEqualTo("a2");
        assertThat(queue.poll()).isNull();
    }
}
