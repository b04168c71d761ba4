package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Sandbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The application's sandbox: jails of this machine, or of a virtual machine.
@Configuration(proxyBeanMethods = false)
class NsjailConfiguration {

    @Bean(destroyMethod = "close")
    NsjailSandbox sandbox(
            SandboxSettings settings,
            GuestSettings guest,
            @Value("${sandlot.root-dir:/var/lib/sandlot/root}") Path rootDir,
            ObjectProvider<MeterRegistry> registry) {
        return NsjailSandbox.open(
                settings,
                launcher(settings, guest),
                guest.runSteps().isPresent() ? Set.of() : furtherRoots(rootDir),
                registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    private static Launcher launcher(SandboxSettings settings, GuestSettings guest) {
        return guest.runSteps()
                .<Launcher>map(GuestLauncher::new)
                .orElseGet(() -> new LauncherProcess(settings.launcher()));
    }

    /// A virtual machine has the main one alone.
    private static Set<String> furtherRoots(Path rootDir) {
        Set<String> further = new HashSet<>(InstalledRoots.in(rootDir));
        further.remove(Sandbox.MAIN_ROOT);
        return further;
    }
}
