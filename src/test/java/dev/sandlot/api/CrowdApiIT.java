package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.attack.Attacks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One client asks for very much at once.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "sandlot.data-dir=target/it/crowd",
            "sandlot.sandbox.compile-slots=2",
            "sandlot.sandbox.queue-capacity-per-client=8"
        })
@Import(ApiClient.class)
@Timeout(120)
class CrowdApiIT {

    private static final int CROWD = 200;

    /// Keeps a compiler busy for a second, each in its own way.
    private static final String SLOW =
            """
            constexpr unsigned long think() {
                unsigned long sum = 0;
                for (unsigned long i = 0; i < 8; i++)
                    for (unsigned long j = 0; j < 50000; j++) sum += j ^ %d;
                return sum;
            }
            static_assert(think() != 1);
            int main() {}
            """;

    @Autowired private ApiClient api;

    @Attacks(value = 154, languages = "c")
    @Test
    void slowCompilationsOfOneAreRefusedAtABoundWhileOthersAreServed() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> crowd;
        try (HttpClient client = from("127.0.0.1");
                HttpClient other = from("127.0.0.2")) {
            crowd = IntStream.range(0, CROWD).mapToObj(i -> compile(client, i)).toList();
            CompletableFuture.anyOf(crowd.toArray(CompletableFuture[]::new)).get();

            HttpResponse<String> honest =
                    other.send(
                            request(ApiClient.c("int main(void) { return 0; }")),
                            BodyHandlers.ofString());

            assertThat(honest.statusCode()).as(honest.body()).isEqualTo(200);
            assertThat(exitCode(honest)).isZero();
            assertThat(crowd).as("still waiting").anyMatch(answer -> !answer.isDone());
            CompletableFuture.allOf(crowd.toArray(CompletableFuture[]::new)).get();
        }

        List<HttpResponse<String>> answers = crowd.stream().map(CompletableFuture::join).toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 429))
                .filteredOn(answer -> answer.statusCode() == 429)
                .hasSizeGreaterThan(CROWD / 2)
                .allSatisfy(answer -> assertThat(retryAfter(answer)).isPositive());
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(exitCode(answer)).isZero());
    }

    private CompletableFuture<HttpResponse<String>> compile(HttpClient client, int number) {
        ObjectNode body = ApiClient.program("cpp", "main.cpp", SLOW.formatted(number));
        return client.sendAsync(request(body), BodyHandlers.ofString());
    }

    private HttpRequest request(ObjectNode body) {
        return HttpRequest.newBuilder(URI.create(api.root() + "/api/v1/runs"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    /// Another address is another client.
    private static HttpClient from(String address) throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    private static int exitCode(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body()).at("/run/outcome/exitCode").asInt(-1);
    }

    private static long retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Retry-After").orElse(0);
    }
}
