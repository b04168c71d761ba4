package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.api.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class HealthIT {

    @Autowired private ApiClient api;

    @Test
    void isUpWhenRunsAreAccepted() throws Exception {
        Answer answer = api.get("/health");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/status").asString()).isEqualTo("UP");
        assertThat(answer.json().has("reason")).isFalse();
        assertThat(answer.json().at("/slots").asInt()).isPositive();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}
