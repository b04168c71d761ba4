package dev.sandlot.access;

/// Counts what clients do.
public interface ClientLimits {

    /// A program is about to run for this client.
    ///
    /// @return to be closed when its result has been delivered
    /// @throws LimitReachedException when too many run already or too many were started lately
    Place enter(Client client);

    /// A submission is about to be stored: it counts as a program started.
    ///
    /// @throws LimitReachedException when too many were started lately
    void countSubmission(Client client);

    /// A snippet is about to be stored.
    ///
    /// @throws LimitReachedException when too many were stored lately
    void countSnippet(Client client);

    /// One of the client's concurrent runs; closing it again changes nothing.
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
