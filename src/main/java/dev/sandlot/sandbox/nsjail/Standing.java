package dev.sandlot.sandbox.nsjail;

/// How a job stands beside those that want a processor too. Decided when it gets its slot.
enum Standing {
    /// Like everything else on the host.
    FOREGROUND,

    /// It gives way to jobs in the foreground.
    BACKGROUND,

    /// In the background, and half of the processors are out of its reach.
    CONFINED
}
