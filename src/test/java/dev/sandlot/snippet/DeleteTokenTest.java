package dev.sandlot.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeleteTokenTest {

    @Test
    void matchesItsOwnHashAlone() {
        String token = DeleteToken.random();
        byte[] hash = DeleteToken.hash(token);

        assertThat(hash).hasSize(32);
        assertThat(DeleteToken.matches(hash, token)).isTrue();
        assertThat(DeleteToken.matches(hash, DeleteToken.random())).isFalse();
        assertThat(DeleteToken.matches(hash, "")).isFalse();
    }
}
