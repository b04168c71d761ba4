package dev.sandlot.sandbox.nsjail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The local sandbox of the application.
@Configuration(proxyBeanMethods = false)
class NsjailConfiguration {

    @Bean(destroyMethod = "close")
    NsjailSandbox sandbox(SandboxSettings settings) {
        return NsjailSandbox.open(settings, new LauncherProcess(settings.launcher()));
    }
}
