package dev.sandlot.judge;

import dev.sandlot.run.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes submissions, judges them in turns of their clients and remembers them. What was accepted
/// gets its verdict, also after a restart.
public interface JudgeService {

    /// Stores the submission and queues it.
    ///
    /// @param client who asks, for fair queueing
    /// @param version of the language, one of those that are offered
    /// @throws SubmissionRefusedException when something about it is wrong, and what
    /// @throws SubmissionRateException when this owner has to wait first
    Submission submit(
            String client,
            String ownerId,
            String problem,
            String language,
            String version,
            List<SourceFile> files);

    /// The submission if it belongs to this owner.
    Optional<Submission> find(String id, String ownerId);

    /// Newest first; without sources.
    List<Submission> list(String ownerId, Optional<String> problem);

    /// Calls the listener with the state now and after every change, until the verdict is in or the
    /// handle is closed.
    Watch watch(String id, String ownerId, Consumer<Submission> listener);

    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
