package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SelfTestIT {

    @Test
    void theInstalledJailKeepsEveryPromise() {
        try (NsjailSandbox sandbox =
                NsjailSandbox.closed(RealSandbox.settings(3, 2), RealSandbox.launcher())) {
            assertThat(new SelfTest(sandbox, new Background()).run())
                    .isInstanceOf(SelfTest.Result.Passed.class);
        }
    }

    @Test
    void theGateOpensByItself() {
        try (NsjailSandbox sandbox =
                NsjailSandbox.open(RealSandbox.settings(2, 1), RealSandbox.launcher())) {
            Heard.await(sandbox.accepting());

            assertThat(sandbox.health().accepting()).isTrue();
            assertThat(sandbox.health().slots()).isEqualTo(3);
            assertThat(Heard.start(sandbox, Jobs.shell("exit 3").job()).result().outcome())
                    .isEqualTo(new Outcome.Exited(3));
        }
    }
}
