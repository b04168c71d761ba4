package dev.sandlot.run;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.language.Language;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A run's result in the shape of the public API: REST answers, snippets and the page all use it.
public final class RunResultJson {

    /// How the streams are written.
    public enum Streams {
        /// As text; bytes that aren't UTF-8 become U+FFFD.
        TEXT,
        /// Byte for byte.
        BASE64,
        /// Not at all: they went out while the program ran.
        NONE
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RunResultJson() {}

    public static ObjectNode of(Language language, RunResult result, Streams streams) {
        ObjectNode json = JSON.objectNode();
        json.put("language", language.id());
        json.put("version", language.version());
        result.compile().ifPresent(step -> json.set("compile", compileStep(step, streams)));
        result.run().ifPresent(step -> json.set("run", runStep(step, streams)));
        result.passed().ifPresent(passed -> json.put("passed", passed));
        return json;
    }

    /// One step by itself.
    public static ObjectNode of(Step step, StepResult result, Streams streams) {
        return switch (step) {
            case COMPILE -> compileStep(result, streams);
            case RUN -> runStep(result, streams);
        };
    }

    private static ObjectNode compileStep(StepResult step, Streams streams) {
        ObjectNode json = common(step, streams);
        json.put("cached", step.cached());
        ArrayNode diagnostics = json.putArray("diagnostics");
        step.diagnostics().forEach(diagnostic -> diagnostics.add(diagnostic(diagnostic)));
        json.set("limits", limits(step.limits()));
        return json;
    }

    private static ObjectNode runStep(StepResult step, Streams streams) {
        ObjectNode json = common(step, streams);
        json.put("processLimitHit", step.processLimitHit());
        json.put("memoryLimitHit", step.memoryLimitHit());
        ArrayNode files = json.putArray("files");
        step.files().forEach(file -> files.add(file(file)));
        json.set("limits", limits(step.limits()));
        return json;
    }

    private static ObjectNode common(StepResult step, Streams streams) {
        ObjectNode json = JSON.objectNode();
        json.set("outcome", outcome(step.outcome()));
        switch (streams) {
            case TEXT -> {
                json.put("stdout", new String(step.stdout(), StandardCharsets.UTF_8));
                json.put("stderr", new String(step.stderr(), StandardCharsets.UTF_8));
            }
            case BASE64 -> {
                json.put("stdout", Base64.getEncoder().encodeToString(step.stdout()));
                json.put("stderr", Base64.getEncoder().encodeToString(step.stderr()));
            }
            case NONE -> {}
        }
        json.put("stdoutTruncated", step.stdoutTruncated());
        json.put("stderrTruncated", step.stderrTruncated());
        json.put("cpuTimeMs", step.cpuTime().toMillis());
        json.put("wallTimeMs", step.wallTime().toMillis());
        json.put("peakMemoryBytes", step.peakMemory().bytes());
        return json;
    }

    private static ObjectNode outcome(Outcome outcome) {
        ObjectNode json = JSON.objectNode();
        return switch (outcome) {
            case Outcome.Exited(int code) -> json.put("type", "exited").put("exitCode", code);
            case Outcome.Signalled(String signal) ->
                    json.put("type", "signalled").put("signal", signal);
            case Outcome.LimitExceeded(Limit limit) ->
                    json.put("type", "limitExceeded").put("limit", name(limit));
            case Outcome.Denied() -> json.put("type", "denied");
            case Outcome.CouldNotStart(String reason) ->
                    json.put("type", "couldNotStart").put("reason", reason);
            case Outcome.Cancelled() -> json.put("type", "cancelled");
            case Outcome.SandboxFailure(String incident) ->
                    json.put("type", "sandboxFailure").put("incident", incident);
        };
    }

    private static String name(Limit limit) {
        return switch (limit) {
            case CPU_TIME -> "cpuTime";
            case WALL_TIME -> "wallTime";
            case MEMORY -> "memory";
            case OUTPUT -> "output";
            case FILE_SIZE -> "fileSize";
        };
    }

    private static ObjectNode diagnostic(Diagnostic diagnostic) {
        return JSON.objectNode()
                .put("file", diagnostic.file())
                .put("line", diagnostic.line())
                .put("column", diagnostic.column())
                .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .put("message", diagnostic.message());
    }

    private static ObjectNode file(JailFile file) {
        return JSON.objectNode()
                .put("name", file.name())
                .put("content", Base64.getEncoder().encodeToString(file.content()))
                .put("encoding", "base64");
    }

    private static ObjectNode limits(Limits limits) {
        return JSON.objectNode()
                .put("cpuTimeMs", limits.cpuTime().toMillis())
                .put("wallTimeMs", limits.wallTime().toMillis())
                .put("memoryBytes", limits.memory().bytes())
                .put("outputBytes", limits.output().bytes())
                .put("processes", limits.processes())
                .put("fileSizeBytes", limits.fileSize().bytes());
    }
}
