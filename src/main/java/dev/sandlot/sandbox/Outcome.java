package dev.sandlot.sandbox;

/// How one jailed program ended. A program that fails is a result; only [SandboxFailure] needs an
/// operator.
public sealed interface Outcome {

    /// The program ended by itself.
    ///
    /// @param exitCode 0 to 255
    record Exited(int exitCode) implements Outcome {}

    /// A signal ended the program.
    ///
    /// @param signal the name, such as `SIGSEGV`
    record Signalled(String signal) implements Outcome {}

    /// The program was stopped because it used more than it may.
    record LimitExceeded(Limit limit) implements Outcome {}

    /// The program made a system call that the jail kills for.
    record Denied() implements Outcome {}

    /// There was nothing to run: no such file, not executable, not a program.
    ///
    /// @param reason one sentence for the user
    record CouldNotStart(String reason) implements Outcome {}

    /// The caller stopped it.
    record Cancelled() implements Outcome {}

    /// The sandbox itself failed; never caused by a program.
    ///
    /// @param incident an id that the log entry with the details carries too
    record SandboxFailure(String incident) implements Outcome {}
}
