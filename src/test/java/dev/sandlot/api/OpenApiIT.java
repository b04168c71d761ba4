package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.api.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The description of the API, for programs and for people.
@ApiTest
class OpenApiIT {

    @Autowired private ApiClient api;

    @Test
    void describesEveryEndpointAndNothingElse() throws Exception {
        JsonNode document = api.get("/openapi.json").json();

        assertThat(document.at("/openapi").asString()).startsWith("3.1");
        assertThat(document.at("/paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/runs",
                        "/api/v1/format",
                        "/api/v1/languages",
                        "/health",
                        "/api/v1/snippets",
                        "/api/v1/snippets/{id}",
                        "/s/{id}/raw",
                        "/api/v1/problems",
                        "/api/v1/problems/{id}",
                        "/api/v1/problems/{id}/submissions",
                        "/api/v1/submissions/{id}");
    }

    @Test
    void describesARunWithItsErrors() throws Exception {
        JsonNode document = api.get("/openapi.json").json();
        JsonNode run = document.at("/paths/~1api~1v1~1runs/post");

        assertThat(run.at("/responses").propertyNames())
                .contains("200", "400", "401", "406", "413", "415", "429", "503");
        assertThat(run.at("/security").toString()).contains("apiKey");
        assertThat(run.at("/responses/200/content").propertyNames())
                .containsExactlyInAnyOrder("application/json", "text/event-stream");
        assertThat(run.at("/responses/429/headers").propertyNames()).contains("Retry-After");
        JsonNode request = document.at("/components/schemas/RunRequest");
        assertThat(request.at("/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("language", "files");
        assertThat(request.at("/properties/expectedOutput/description").asString())
                .contains("case");
        assertThat(document.at("/components/schemas/RunReport/properties").propertyNames())
                .contains("compile", "run", "passed");
    }

    @Test
    void theDocsPageIsThere() throws Exception {
        assertThat(api.get("/docs").header("Location")).contains("/swagger-ui/");
        Answer page = api.get("/swagger-ui/index.html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
    }
}
