package dev.sandlot.api;

import dev.sandlot.run.Run;
import dev.sandlot.run.RunListener;
import dev.sandlot.run.RunResult;
import dev.sandlot.run.RunResultJson;
import dev.sandlot.run.RunResultJson.Streams;
import dev.sandlot.run.Step;
import dev.sandlot.run.StepResult;
import dev.sandlot.sandbox.Stream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A run as server-sent events. Events wait in memory for a slow reader; a run's output limits
/// bound them.
final class EventStream implements RunListener {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final boolean base64;
    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>();
    private final Map<Stream, Utf8Stream> decoders = new EnumMap<>(Stream.class);

    private record Event(String name, ObjectNode data) {

        byte[] bytes() {
            String text = "event: " + name + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// @param base64 whether output goes out byte for byte
    EventStream(boolean base64) {
        this.base64 = base64;
    }

    @Override
    public void step(Step step) {
        for (Stream stream : Stream.values()) {
            decoders.put(stream, new Utf8Stream());
        }
        add("step", NODES.objectNode().put("step", word(step)));
    }

    @Override
    public void output(Step step, Stream stream, byte[] bytes, Duration at) {
        String text =
                base64 ? Base64.getEncoder().encodeToString(bytes) : decoder(stream).next(bytes);
        addText(stream, text, at);
    }

    @Override
    public void outcome(Step step, StepResult result) {
        if (!base64) {
            for (Stream stream : Stream.values()) {
                addText(stream, decoder(stream).end(), result.wallTime());
            }
        }
        ObjectNode data = NODES.objectNode().put("step", word(step));
        data.setAll(RunResultJson.of(step, result, Streams.NONE));
        add("outcome", data);
    }

    private Utf8Stream decoder(Stream stream) {
        return decoders.computeIfAbsent(stream, _ -> new Utf8Stream());
    }

    private void addText(Stream stream, String text, Duration at) {
        if (!text.isEmpty()) {
            add(word(stream), NODES.objectNode().put("text", text).put("atMs", at.toMillis()));
        }
    }

    private void done(RunResult result) {
        ObjectNode data = NODES.objectNode();
        result.passed().ifPresent(passed -> data.put("passed", passed));
        add("done", data);
    }

    private void add(String name, ObjectNode data) {
        waiting.add(new Event(name, data));
    }

    /// Writes events until the run is done. A silent run gets a comment line now and then, so that
    /// a closed connection shows.
    ///
    /// @throws IOException when the reader is gone
    void write(Run run, OutputStream out, Duration heartbeat) throws IOException {
        run.result().thenAccept(this::done);
        try {
            out.write(HEARTBEAT);
            out.flush();
            while (writeNext(out, heartbeat)) {
                out.flush();
            }
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes all that is waiting, or a heartbeat if nothing comes.
    ///
    /// @return whether more will come
    private boolean writeNext(OutputStream out, Duration heartbeat)
            throws IOException, InterruptedException {
        @Nullable Event event = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        if (event == null) {
            out.write(HEARTBEAT);
            return true;
        }
        while (event != null) {
            out.write(event.bytes());
            if (event.name().equals("done")) {
                return false;
            }
            event = waiting.poll();
        }
        return true;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
