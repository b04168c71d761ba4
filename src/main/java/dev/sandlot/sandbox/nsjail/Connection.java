package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The conversation with one `sandlot-jail`, from its hello to its end: one job after another.
///
/// The slot's thread reads. Whoever gives a small job writes it at once; everything that might wait
/// for a full pipe is written in the background.
final class Connection {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final int READ_BUFFER = 32_768;

    /// What fits into an empty pipe, so that writing it can't wait.
    private static final int SMALL_JOB = 48_000;

    /// Then a fresh `sandlot-jail` is worth a try: it may have been replaced on disk meanwhile.
    private static final int MOST_FAILURES = 2;

    private final Launcher.Line line;
    private final Pool pool;
    private final Background background;
    private final Duration reportGrace;
    private final FrameReader reader;
    private final FrameWriter writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean sendingSoon = new AtomicBoolean();
    private final Heartbeat heartbeat = new Heartbeat();

    /// Its jail is ready and has no job yet.
    private final AtomicBoolean waiting = new AtomicBoolean();

    private final AtomicReference<@Nullable Turn> current = new AtomicReference<>();
    private volatile Message.@Nullable Hello hello;
    private volatile boolean over;
    private volatile boolean wasReady;
    private volatile boolean silent;
    private @Nullable String quarantine;
    private volatile @Nullable String givenUp;
    private int jobsDone;
    private int failuresInARow;

    Connection(Launcher.Line line, Pool pool, Background background, Duration reportGrace) {
        this.line = line;
        this.pool = pool;
        this.background = background;
        this.reportGrace = reportGrace;
        this.reader = new FrameReader(new BufferedInputStream(line.fromJail(), READ_BUFFER));
        this.writer = new FrameWriter(line.toJail());
    }

    /// A job in this slot's jail.
    private static final class Turn {

        private final JailJob job;
        private final Limits limits;
        private final Collect collect;
        private final Input input;
        private final Answer answer;
        private boolean sent;
        private volatile boolean killSent;
        private @Nullable Future<?> watch;

        private Turn(JailJob job, Limits limits, Collect collect) {
            this.job = job;
            this.limits = limits;
            this.collect = collect;
            this.input = job.input();
            this.answer = new Answer(limits, collect.totalSize());
        }
    }

    /// The number that `sandlot-jail` took; null before its hello.
    @Nullable Integer slot() {
        Message.Hello said = hello;
        return said == null ? null : said.slot();
    }

    boolean busy() {
        return current.get() != null;
    }

    boolean wasReady() {
        return wasReady;
    }

    int jobsDone() {
        return jobsDone;
    }

    /// Reads until the other side ends, breaks the protocol or is silent for too long.
    ///
    /// @return why it ended, for the operator
    CompletableFuture<String> follow(String threadName) {
        Thread.Builder thread = Thread.ofPlatform().daemon().name(threadName);
        CompletableFuture<String> end =
                CompletableFuture.supplyAsync(this::converse, thread::start);
        Future<?> beats = background.every(line.beat(), () -> beat(end));
        return end.whenComplete((_, _) -> beats.cancel(false));
    }

    /// Whether it ended for its silence: then nothing more is to be expected of the other side.
    boolean silent() {
        return silent;
    }

    private String converse() {
        try {
            greet();
            for (Message said = listen(); said != null; said = listen()) {
                hear(said);
            }
            return whyEnded();
        } catch (ProtocolException e) {
            return "sandlot-jail broke the protocol: " + e.getMessage();
        } catch (IOException e) {
            return whyEnded();
        }
    }

    /// Ends the conversation; a job under way is tried again elsewhere or fails.
    void close(String reason) {
        over = true;
        line.hangUp();
        failCurrent(reason);
    }

    /// Takes a job. Called by the pool for a connection that was ready.
    void give(JailJob job) {
        Message.Hello said = hello;
        if (said == null) {
            throw new IllegalStateException("A job before the hello");
        }
        Limits limits = job.job().limits().clampTo(said.maxima());
        Turn turn = new Turn(job, limits, clamp(job.job().collect(), said.collect()));
        turn.watch =
                background.after(
                        limits.wallTime().plus(reportGrace),
                        () -> giveUp(turn, "no report within " + reportGrace + " after its time"));
        waiting.set(false);
        current.set(turn);
        job.givenTo(this);
        if (over) {
            failCurrent("it ended before it took the job");
        } else if (isSmall(turn)) {
            send(turn);
        } else {
            background.run(() -> send(turn));
        }
    }

    /// Writes what has become due for a job, soon and on another thread.
    void sendSoon(JailJob job) {
        Turn turn = current.get();
        if (turn != null && turn.job.equals(job)) {
            sendSoon(turn);
        }
    }

    private void sendSoon(Turn turn) {
        if (sendingSoon.compareAndSet(false, true)) {
            background.run(() -> {
                sendingSoon.set(false);
                send(turn);
            });
        }
    }

    private void send(Turn turn) {
        writing.lock();
        try {
            if (!turn.sent && isCurrent(turn)) {
                turn.sent = true;
                writer.job(turn.job.job(), turn.limits, turn.collect, turn.job.standing());
            }
            sendInput(turn);
            if (turn.job.cancelled() && !turn.killSent && isCurrent(turn)) {
                turn.killSent = true;
                writer.kill();
            }
            writer.flush();
        } catch (IOException e) {
            log.debug("Slot {} no longer listens", slot(), e);
            line.hangUp();
        } finally {
            writing.unlock();
        }
    }

    private void sendInput(Turn turn) throws IOException {
        while (isCurrent(turn) && !turn.job.cancelled()) {
            Input.Chunk chunk = turn.input.next();
            if (chunk == null) {
                break;
            }
            writer.input(chunk.bytes(), chunk.offset(), chunk.length());
        }
        if (isCurrent(turn) && turn.input.endIsDue()) {
            writer.endOfInput();
        }
    }

    private boolean isCurrent(Turn turn) {
        return current.get() == turn;
    }

    private @Nullable Message listen() throws IOException {
        heartbeat.listens();
        Message said = reader.next();
        heartbeat.hears();
        return said;
    }

    private void beat(CompletableFuture<String> end) {
        if (heartbeat.passes()) {
            silent = true;
            end.complete("sandlot-jail says nothing any more: was it stopped?");
        } else if (hello != null && heartbeat.asks()) {
            background.run(this::ask);
        }
    }

    private void ask() {
        writing.lock();
        try {
            writer.beat();
            writer.flush();
        } catch (IOException e) {
            log.debug("Slot {} no longer listens", slot(), e);
        } finally {
            writing.unlock();
        }
    }

    private void greet() throws IOException {
        Message first = listen();
        switch (first) {
            case null -> throw new IOException("no hello");
            case Message.Hello said -> {
                hello = said;
                pool.heardMaxima(said.maxima());
            }
            case Message.Quarantine(String reason) -> {
                quarantine = reason;
                throw new IOException("no hello");
            }
            default -> throw new ProtocolException("something else before the hello");
        }
    }

    private void hear(Message said) throws ProtocolException {
        if (quarantine != null) {
            throw new ProtocolException("a frame after the last");
        }
        switch (said) {
            case Message.Hello _ -> throw new ProtocolException("a second hello");
            case Message.Beat _ -> heartbeat.answered();
            case Message.Ready _ -> ready();
            case Message.Quarantine(String reason) -> quarantine = reason;
            case Message.Started _ -> start(turn());
            case Message.Output output -> output(turn(), output);
            case Message.Window(int bytes) -> taken(turn(), bytes);
            case Message.FileStart file -> turn().answer.fileStart(file);
            case Message.FileData(byte[] bytes) -> turn().answer.fileData(bytes);
            case Message.Finished(Report report) -> finish(turn(), report);
        }
    }

    private Turn turn() throws ProtocolException {
        Turn turn = current.get();
        if (turn == null) {
            throw new ProtocolException("an answer without a job");
        }
        return turn;
    }

    private void ready() throws ProtocolException {
        if (current.get() != null) {
            throw new ProtocolException("ready within a job");
        }
        if (!waiting.compareAndSet(false, true)) {
            throw new ProtocolException("ready twice");
        }
        if (!over) {
            wasReady = true;
            pool.ready(this);
        }
    }

    private void start(Turn turn) throws ProtocolException {
        if (!turn.answer.start()) {
            throw new ProtocolException("started twice");
        }
        turn.job.started();
    }

    private void output(Turn turn, Message.Output output) throws ProtocolException {
        if (!turn.answer.started()) {
            throw new ProtocolException("output before the start");
        }
        turn.answer.output(output.stream(), output.bytes().length);
        turn.job.output(output.stream(), output.bytes(), output.at());
    }

    private void taken(Turn turn, int bytes) throws ProtocolException {
        turn.input.taken(bytes);
        if (turn.input.hasMoreToSend()) {
            sendSoon(turn);
        }
    }

    private void finish(Turn turn, Report report) throws ProtocolException {
        String incident = Incidents.next();
        if (turn.killSent || report.killedFor() != Report.KilledFor.NOTHING) {
            turn.answer.forgetOpenFile();
        }
        JobResult result = turn.answer.finish(report, turn.job.job().argv().getFirst(), incident);
        if (!endTurn(turn)) {
            return;
        }
        if (result.outcome() instanceof Outcome.SandboxFailure) {
            failed(turn, incident, "its report says " + report);
            failuresInARow++;
        } else {
            turn.job.complete(result);
            jobsDone++;
            failuresInARow = 0;
        }
        if (failuresInARow >= MOST_FAILURES) {
            givenUp = "it failed " + failuresInARow + " jobs in a row";
            over = true;
            line.hangUp();
        }
    }

    private void giveUp(Turn turn, String reason) {
        if (endTurn(turn)) {
            givenUp = reason;
            over = true;
            line.hangUp();
            failed(turn, Incidents.next(), reason);
        }
    }

    private void failCurrent(String reason) {
        Turn turn = current.get();
        if (turn != null && endTurn(turn)) {
            failed(turn, Incidents.next(), reason);
        }
    }

    private boolean endTurn(Turn turn) {
        boolean mine = current.compareAndSet(turn, null);
        if (mine && turn.watch != null) {
            turn.watch.cancel(false);
        }
        return mine;
    }

    private void failed(Turn turn, String incident, String reason) {
        if (!turn.answer.started() && turn.job.mayTryAgain()) {
            log.warn("Slot {} failed before its job started, another takes it: {}", slot(), reason);
            pool.again(turn.job);
        } else {
            log.error("Incident {}: slot {} failed its job: {}", incident, slot(), reason);
            turn.job.fail(incident);
        }
    }

    private String whyEnded() {
        String because = quarantine == null ? givenUp : quarantine;
        if (because != null) {
            return because;
        }
        return line.lastWords().isEmpty() ? "sandlot-jail ended" : line.lastWords();
    }

    private static Collect clamp(Collect collect, MemorySize maximum) {
        return collect.totalSize().compareTo(maximum) <= 0
                ? collect
                : new Collect(collect.names(), maximum);
    }

    private static boolean isSmall(Turn turn) {
        Job job = turn.job.job();
        long size = turn.input.waiting();
        for (var file : job.files()) {
            size += file.name().length() * 3L + file.content().length + 32;
        }
        for (String argument : job.argv()) {
            size += argument.length() * 3L + 8;
        }
        for (var variable : job.env().entrySet()) {
            size += (variable.getKey().length() + variable.getValue().length()) * 3L + 8;
        }
        return size <= SMALL_JOB;
    }
}
