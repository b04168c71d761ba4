package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.Jobs;

/// A JVM of its own with a job under way, to be killed by [RecoveryIT].
final class SandboxChild {

    static final String RUNNING = "running in slot ";

    private SandboxChild() {}

    public static void main(String[] arguments) {
        NsjailSandbox sandbox = RealSandbox.open(2, 1);
        String daemon =
                "(trap '' TERM HUP INT; setsid sleep 600 & setsid sleep 600 &) ; echo up; sleep 600";
        Running running = Heard.start(sandbox, Jobs.shell(daemon).job());
        running.heard().awaitOutput("up");
        JailJob job = (JailJob) running.execution();
        System.out.println(RUNNING + job.slot());
        running.result();
    }
}
