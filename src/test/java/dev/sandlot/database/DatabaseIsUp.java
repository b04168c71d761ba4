package dev.sandlot.database;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// No test begins before the database can be used: a service starts without it when it is late.
public final class DatabaseIsUp implements TestExecutionListener {

    private static final Duration LATE = Duration.ofMinutes(1);

    @Override
    public void prepareTestInstance(TestContext context) {
        context.getApplicationContext()
                .getBeanProvider(Database.class)
                .ifAvailable(
                        database -> await().atMost(LATE).until(() -> database.trouble().isEmpty()));
    }
}
