package dev.sandlot.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FairShareTest {

    private final FairShare share = new FairShare(256);

    @Test
    void oneAloneGetsAThird() {
        assertThat(takesAllThatItGets("a")).isEqualTo(86);
    }

    @Test
    void whoHoldsNothingFindsSomethingHoweverManyTakeAllTheyGet() {
        for (int greedy = 0; greedy < 50; greedy++) {
            takesAllThatItGets("greedy " + greedy);
        }

        assertThat(share.take("modest", 1)).isTrue();
        assertThat(share.take("modest", 1)).as("a second time").isFalse();
    }

    @Test
    void noMoreIsHeldThanThereIs() {
        for (int client = 0; client < 1_000; client++) {
            takesAllThatItGets("client " + client);
        }

        assertThat(share.heldByAll()).isEqualTo(256);
        assertThat(share.take("another", 1)).isFalse();
    }

    @Test
    void nobodyHoldsMoreThanTheMost() {
        FairShare strict = new FairShare(256, 2);

        assertThat(strict.take("a", 2)).isTrue();
        assertThat(strict.take("a", 1)).isFalse();
        assertThat(strict.held("a")).isEqualTo(2);
    }

    @Test
    void whatIsGivenBackIsThereForOthers() {
        FairShare one = new FairShare(1);
        assertThat(one.take("a", 1)).isTrue();
        assertThat(one.take("b", 1)).isFalse();

        one.giveBack("a", 1);

        assertThat(one.held("a")).isZero();
        assertThat(one.take("b", 1)).isTrue();
    }

    @Test
    void givingBackWhatWasNotTakenIsAMistake() {
        share.take("a", 1);
        assertThatIllegalArgumentException().isThrownBy(() -> share.giveBack("a", 2));
        assertThat(share.held("a")).isEqualTo(1);
    }

    private int takesAllThatItGets(String client) {
        int taken = 0;
        while (share.take(client, 1)) {
            taken++;
        }
        return taken;
    }
}
