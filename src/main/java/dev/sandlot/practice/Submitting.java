package dev.sandlot.practice;

/// What the page sends with Run samples and Submit.
///
/// @param version empty for the one that people get who choose none
/// @param run the page's number of the sample run: answers to earlier ones are ignored there
record Submitting(int run, String language, String version, String code) {}
