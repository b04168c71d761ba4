package dev.sandlot.run;

import dev.sandlot.sandbox.Outcome;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trouble of ours: the user gets an id, the log has the details under the same id.
final class Incidents {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);

    private Incidents() {}

    static Outcome.SandboxFailure report(String what, Throwable cause) {
        String incident = UUID.randomUUID().toString();
        log.error("Incident {}: {}", incident, what, cause);
        return new Outcome.SandboxFailure(incident);
    }
}
