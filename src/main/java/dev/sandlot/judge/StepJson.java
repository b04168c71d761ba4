package dev.sandlot.judge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sandlot.run.StepResult;
import dev.sandlot.sandbox.Outcome;
import tools.jackson.databind.json.JsonMapper;

/// A compile step as it is stored.
final class StepJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Outcome.class, NamedOutcome.class).build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Exited.class, name = "exited"),
        @JsonSubTypes.Type(value = Outcome.Signalled.class, name = "signalled"),
        @JsonSubTypes.Type(value = Outcome.LimitExceeded.class, name = "limitExceeded"),
        @JsonSubTypes.Type(value = Outcome.Denied.class, name = "denied"),
        @JsonSubTypes.Type(value = Outcome.CouldNotStart.class, name = "couldNotStart"),
        @JsonSubTypes.Type(value = Outcome.Cancelled.class, name = "cancelled"),
        @JsonSubTypes.Type(value = Outcome.SandboxFailure.class, name = "sandboxFailure")
    })
    private interface NamedOutcome {}

    private StepJson() {}

    static String write(StepResult step) {
        return JSON.writeValueAsString(step);
    }

    static StepResult read(String json) {
        return JSON.readValue(json, StepResult.class);
    }
}
