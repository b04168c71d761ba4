package dev.sandlot.sandbox.nsjail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The application's sandbox: jails of this machine, or of a virtual machine.
@Configuration(proxyBeanMethods = false)
class NsjailConfiguration {

    @Bean(destroyMethod = "close")
    NsjailSandbox sandbox(SandboxSettings settings, GuestSettings guest) {
        return NsjailSandbox.open(settings, launcher(settings, guest));
    }

    private static Launcher launcher(SandboxSettings settings, GuestSettings guest) {
        return guest.runSteps()
                .<Launcher>map(GuestLauncher::new)
                .orElseGet(() -> new LauncherProcess(settings.launcher()));
    }
}
