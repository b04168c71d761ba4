package dev.sandlot.run;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;

/// Runs programs in the local or remote sandbox.
@Service
class Runs implements RunService {

    private final Jails jails;
    private final Compiler compiler;
    private final RunProperties properties;
    private final KeptBytes keptBytes;
    private final RunMetrics metrics;

    Runs(
            Jails jails,
            Compiler compiler,
            RunProperties properties,
            KeptBytes keptBytes,
            RunMetrics metrics) {
        this.jails = jails;
        this.compiler = compiler;
        this.properties = properties;
        this.keptBytes = keptBytes;
        this.metrics = metrics;
    }

    @Override
    public Run start(RunRequest request, RunListener listener) {
        check(request);
        RunUnderWay run =
                new RunUnderWay(
                        request,
                        batched(listener),
                        jails,
                        compiler,
                        properties,
                        keptBytes.of(request.client()));
        try {
            run.begin();
            run.result().thenAccept(result -> metrics.ended(request.language(), result));
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
        return run;
    }

    @Override
    public CompletableFuture<Compilation> compile(
            Language language, List<SourceFile> files, String client) {
        if (language.compile().isEmpty()) {
            Program program = Jails.program(language, files, List.of());
            return CompletableFuture.completedFuture(
                    new Compilation(Optional.empty(), Optional.of(program)));
        }
        Limits limits =
                jails.inForce(
                        LimitsRequest.DEFAULTS, language.compile().get().limits(), Profile.COMPILE);
        return compiler.start(
                        new CompileRequest(language, files, List.of(), limits, client),
                        JobListener.silent(),
                        _ -> {})
                .result()
                .thenApply(compiled -> compilation(language, files, compiled));
    }

    @Override
    public CompletableFuture<JobResult> execute(
            Program program, byte[] stdin, Limits limits, JobListener listener, String client) {
        Limits inForce = jails.inForce(LimitsRequest.DEFAULTS, limits, Profile.RUN);
        return jails.run(
                        program,
                        new Jails.Situation(
                                stdin,
                                false,
                                List.of(),
                                Map.of(),
                                inForce,
                                Collect.NOTHING,
                                client),
                        listener)
                .result();
    }

    /// The page is a border too, and its messages can be forged.
    private static void check(RunRequest request) {
        SourceFiles.check(request.language(), request.files());
        Inputs.checkText("stdin", request.stdin());
        Inputs.checkArgs(request.args());
        Inputs.checkEnv(request.env());
        Inputs.checkOptions(request.language(), request.options());
        if (!request.collectsNewFiles()) {
            Inputs.checkCollect(request.collect());
        }
    }

    private static RunListener batched(RunListener listener) {
        return listener == RunListener.SILENT ? listener : new BatchedOutput(listener);
    }

    private static Compilation compilation(
            Language language, List<SourceFile> files, Compiled compiled) {
        Optional<Program> program =
                compiled.succeeded()
                        ? Optional.of(Jails.program(language, files, compiled.artifact()))
                        : Optional.empty();
        return new Compilation(Optional.of(compiled.step()), program);
    }
}
