package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NsjailSandboxContractIT extends SandboxContract {

    private NsjailSandbox sandbox;

    @BeforeAll
    void open() {
        sandbox = RealSandbox.open(3, 2);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Override
    protected Sandbox sandbox() {
        return sandbox;
    }
}
