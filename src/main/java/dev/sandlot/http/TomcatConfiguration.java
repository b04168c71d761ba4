package dev.sandlot.http;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> safeAnswers() {
        return factory -> {
            factory.addEngineValves(new SafeHeaders());
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new PlainRefusals()));
        };
    }
}
