package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.api.ApiClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Problems and submissions over REST.
@ApiTest
class SubmissionsApiIT {

    private static final String PATH = "/api/v1/problems/fizzbuzz/submissions";
    private static final String RIGHT =
            """
            for i in range(1, int(input()) + 1):
                print("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0) or i)
            """;

    @Autowired private ApiClient api;

    @Test
    void listsTheProblemsAndTellsThePublicPartOfOne() throws Exception {
        List<String> ids =
                api.get("/api/v1/problems")
                        .json()
                        .valueStream()
                        .map(problem -> problem.at("/id").asString())
                        .toList();
        JsonNode problem = api.get("/api/v1/problems/fizzbuzz").json();

        assertThat(ids).contains("fizzbuzz");
        assertThat(problem.at("/statement").asString()).contains("<p>");
        assertThat(problem.at("/samples/0/answer").asString()).contains("Fizz");
        assertThat(problem.at("/tests").asInt()).isGreaterThan(problem.at("/samples").size());
        assertThat(problem.at("/limits/cpuTimeMs").asLong()).isPositive();
        assertThat(problem.has("hash")).isFalse();
        assertThat(api.get("/api/v1/problems/none").status()).isEqualTo(404);
    }

    @Test
    void withPreferTheVerdictComesAtOnce() throws Exception {
        Answer answer = api.post(PATH, ApiClient.python(RIGHT), "Prefer", "wait=60");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=60");
        assertThat(answer.json().at("/status").asString()).isEqualTo("judged");
        assertThat(answer.json().at("/verdict").asString()).isEqualTo("ACCEPTED");
        assertThat(answer.json().at("/testsDone")).isEqualTo(answer.json().at("/tests"));
    }

    @Test
    void withoutPreferItIsQueuedAndItsOwnerAloneCanFollowIt() throws Exception {
        Answer answer = api.post(PATH, ApiClient.python("print('wrong')"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().at("/status").asString()).isEqualTo("queued");
        String location = answer.header("Location");
        String cookie = answer.header("Set-Cookie").split(";", 2)[0];
        assertThat(cookie).startsWith("sandlot_visitor=");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");

        assertThat(api.get(location, "Cookie", cookie).status()).isEqualTo(200);
        String key = "Bearer " + cookie.substring(cookie.indexOf('=') + 1);
        assertThat(api.get(location, "Authorization", key).status()).isEqualTo(200);
        assertThat(api.get(location).status()).isEqualTo(404);
        String stranger = "sandlot_visitor=" + "a".repeat(43);
        assertThat(api.get(location, "Cookie", stranger).status()).isEqualTo(404);
    }

    @Test
    void aSampleThatFailsIsShownInFull() throws Exception {
        JsonNode judged =
                api.post(PATH, ApiClient.python("print('wrong')"), "Prefer", "wait=60").json();

        assertThat(judged.at("/verdict").asString()).isEqualTo("WRONG_ANSWER");
        assertThat(judged.at("/failedTest").asInt()).isEqualTo(1);
        assertThat(judged.at("/failedTestIsSample").asBoolean()).isTrue();
        assertThat(judged.at("/failedSample/output").asString()).isEqualTo("wrong\n");
        assertThat(judged.at("/failedSample/answer").asString()).contains("Fizz");
    }

    @Test
    void aWrongRequestSetsNoCookie() throws Exception {
        ObjectNode unknown = ApiClient.python("print(1)").put("stdin", "");
        Answer field = api.post(PATH, unknown);
        Answer problem = api.post("/api/v1/problems/none/submissions", ApiClient.python("x"));
        Answer language = api.post(PATH, ApiClient.program("klingon", "x", ""));

        assertThat(field.status()).isEqualTo(400);
        assertThat(field.json().at("/field").asString()).isEqualTo("stdin");
        assertThat(problem.status()).isEqualTo(404);
        assertThat(language.status()).isEqualTo(400);
        assertThat(List.of(field, problem, language))
                .allMatch(answer -> answer.header("Set-Cookie").isEmpty());
    }

    @Test
    void otherSitesPagesCannotSubmit() throws Exception {
        Answer answer = api.post(PATH, ApiClient.python(RIGHT), "Origin", "http://elsewhere.test");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
