package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.MemorySize;
import java.time.Duration;

/// What `sandlot-jail` says about a job that is over, as it came.
///
/// @param code exit code, signal number or errno of the exec, depending on `end`
/// @param cpuTime of every process of the jail together
record Report(
        KilledFor killedFor,
        End end,
        int code,
        Duration cpuTime,
        Duration wallTime,
        MemorySize peakMemory,
        long oomKills,
        long processLimitHits,
        boolean outputCut,
        boolean errorsCut,
        boolean fileLeftOut) {

    /// In the order of their numbers in the protocol.
    enum KilledFor {
        NOTHING,
        CPU_TIME,
        WALL_TIME,
        OUTPUT,
        CANCELLED,
        SLOW_SETUP,
        SLOW_TEARDOWN
    }

    /// How the main program ended, in the order of their numbers in the protocol.
    enum End {
        UNKNOWN,
        EXITED,
        SIGNALLED,
        COULD_NOT_START
    }
}
