package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// The real `sandlot-jail`, as installed on this machine.
final class RealSandbox {

    static final Path LAUNCHER =
            Path.of(
                    System.getProperty(
                            "sandlot.sandbox.launcher", "/usr/local/lib/sandlot/sandlot-jail"));

    private RealSandbox() {}

    static Launcher launcher() {
        return new LauncherProcess(LAUNCHER);
    }

    static SandboxSettings settings(int runSlots, int compileSlots) {
        return new SandboxSettings(
                LAUNCHER,
                runSlots,
                compileSlots,
                256,
                128,
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(90));
    }

    /// With its gate open at once: for tests of something else than the self-test. Of several run
    /// slots one is kept for clients that are known already.
    static NsjailSandbox open(int runSlots, int compileSlots) {
        return open(runSlots, compileSlots, Sandbox.MAIN_ROOT);
    }

    /// The same with another root file system beside the main one.
    static NsjailSandbox open(int runSlots, int compileSlots, String root) {
        Set<String> further = root.equals(Sandbox.MAIN_ROOT) ? Set.of() : Set.of(root);
        NsjailSandbox sandbox =
                NsjailSandbox.closed(
                        settings(runSlots, compileSlots), launcher(), further, System::nanoTime);
        sandbox.main().openGate();
        sandbox.root(root).openGate();
        return sandbox;
    }
}
