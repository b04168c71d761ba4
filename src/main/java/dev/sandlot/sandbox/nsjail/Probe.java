package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobResult;
import java.util.function.Predicate;

/// A small hostile program and what must become of it.
///
/// @param promise what the jail is to do, for the log: "stops a program that …"
/// @param kept whether the promise was kept
record Probe(String promise, Job job, Predicate<Observation> kept) {

    /// @param output what the program printed on standard output
    record Observation(JobResult result, String output) {}
}
