package dev.sandlot.judge;

import dev.sandlot.sandbox.JobResult;

/// One run of a submission on one test case: for the jury, except that [#verdict()] decides.
///
/// @param test the test's ordinal, from 1
/// @param run from 1; more than one when it was repeated
record TestRun(int test, int run, Verdict verdict, JobResult result) {}
