package dev.sandlot.api;

import dev.sandlot.access.Visitors;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the generated OpenAPI document says beside the endpoints themselves.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "ProblemDetail";

    @Bean
    OpenAPI openApi(ApiProperties properties) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Sandlot")
                                .version("1")
                                .description(description(properties))
                                .license(
                                        new License()
                                                .name("Apache-2.0")
                                                .url(
                                                        "https://www.apache.org/licenses/LICENSE-2.0")))
                .components(components());
    }

    private static String description(ApiProperties properties) {
        return """
        Run programs safely, keep them under a link, have them judged.

        Whatever a program does is a result with status 200; errors of a request are problem details
        (RFC 9457) with `field`, `value` and `limit` where they apply. A request has at most %d bytes.
        Pages of other sites may run programs, read languages and problems, and share snippets;
        cookies are never sent along with such calls. Limits go by client: the API key if one is sent,
        else the address. A request over a limit is refused with 429, the limit's name and value, and
        `Retry-After`.
        """
                .formatted(properties.maxBodySize().toBytes());
    }

    private static Components components() {
        return new Components()
                .addSchemas(PROBLEM, problemSchema())
                .addSecuritySchemes(
                        "visitorCookie",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(Visitors.COOKIE))
                .addSecuritySchemes("visitorKey", bearer("The value of the visitor cookie."))
                .addSecuritySchemes(
                        "apiKey",
                        bearer("A key that the operator issued; it has limits of its own."))
                .addSecuritySchemes(
                        "deleteToken", bearer("The delete token that came with the snippet."));
    }

    private static SecurityScheme bearer(String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri"))
                .addProperty("field", new StringSchema().description("Such as files[1].name"))
                .addProperty("value", new StringSchema().description("Never source code"))
                .addProperty("limit", new StringSchema().description("What is allowed"));
    }

    /// The errors that every endpoint has in common.
    @Bean
    OpenApiCustomizer commonErrors() {
        return document ->
                document.getPaths()
                        .forEach((path, item) ->
                                item.readOperations()
                                        .forEach(operation -> addErrors(path, operation)));
    }

    private static void addErrors(String path, Operation operation) {
        if (path.contains("{id}")) {
            add(operation, "404", "There is no such thing");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "400", "Malformed or invalid, and what");
            add(operation, "413", "Larger than what is taken; refused before it is buffered");
            add(operation, "415", "Not JSON");
            addRetry(operation, "429", "A limit of this client is reached, or the queue is full");
            addRetry(operation, "503", "The sandbox or the database is not serving");
        }
        if (takesKey(operation)) {
            add(operation, "401", "The API key isn't known");
        }
        add(operation, "406", "No such representation");
    }

    private static boolean takesKey(Operation operation) {
        return operation.getSecurity() != null
                && operation.getSecurity().stream().anyMatch(one -> one.containsKey("apiKey"));
    }

    private static void addRetry(Operation operation, String status, String description) {
        add(operation, status, description)
                .addHeaderObject(
                        "Retry-After",
                        new Header().description("Seconds").schema(new IntegerSchema()));
    }

    private static ApiResponse add(Operation operation, String status, String description) {
        return operation
                .getResponses()
                .computeIfAbsent(
                        status,
                        _ -> new ApiResponse().description(description).content(problemContent()));
    }

    private static Content problemContent() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
    }
}
