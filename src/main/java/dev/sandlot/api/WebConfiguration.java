package dev.sandlot.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// How the API reads JSON, and what other sites' pages may call.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final long PREFLIGHT_SECONDS = 3600;

    private final ApiProperties properties;

    WebConfiguration(ApiProperties properties) {
        this.properties = properties;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new StrictJson(properties.maxBodySize().toBytes()));
    }

    /// Documentation sites run their examples here. No cookie is ever sent along, so nobody acts in
    /// a visitor's name; submissions are for Sandlot's own page and for programs.
    @Override
    public void addCorsMappings(CorsRegistry registry) {
        allow(registry, "/api/v1/runs", "POST");
        allow(registry, "/api/v1/format", "POST");
        allow(registry, "/api/v1/languages", "GET");
        allow(registry, "/api/v1/snippets", "POST");
        allow(registry, "/api/v1/snippets/*", "GET", "DELETE");
        allow(registry, "/api/v1/problems", "GET");
        allow(registry, "/api/v1/problems/*", "GET");
        allow(registry, "/s/*/raw", "GET");
        allow(registry, "/openapi.json", "GET");
    }

    private static void allow(CorsRegistry registry, String path, String... methods) {
        registry.addMapping(path)
                .allowedOrigins("*")
                .allowCredentials(false)
                .allowedMethods(methods)
                .exposedHeaders(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER)
                .maxAge(PREFLIGHT_SECONDS);
    }
}
