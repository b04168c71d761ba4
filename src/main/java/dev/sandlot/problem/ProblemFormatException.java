package dev.sandlot.problem;

/// A problem's file breaks a rule of the format. The message names the file and the key, and the
/// value only where that value is public.
class ProblemFormatException extends RuntimeException {

    ProblemFormatException(String file, String what) {
        super(file + ": " + what);
    }

    ProblemFormatException(String file, String key, String what) {
        super(file + ": " + key + " " + what);
    }
}
