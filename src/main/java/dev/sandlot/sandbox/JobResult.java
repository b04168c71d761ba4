package dev.sandlot.sandbox;

import java.time.Duration;
import java.util.List;

/// How a job ended and what it used.
///
/// @param outputTruncated whether standard output was cut at its limit; `errorsTruncated` the same
///   for standard error
/// @param processLimitHit whether a fork or thread was refused
/// @param memoryLimitHit whether the kernel killed a process of the job for memory
/// @param files what was asked for with [Collect]
/// @param filesTruncated whether a file asked for was left out because of its size or number
/// @param limits those that were in force
public record JobResult(
        Outcome outcome,
        Duration cpuTime,
        Duration wallTime,
        MemorySize peakMemory,
        boolean outputTruncated,
        boolean errorsTruncated,
        boolean processLimitHit,
        boolean memoryLimitHit,
        List<JailFile> files,
        boolean filesTruncated,
        Limits limits) {}
