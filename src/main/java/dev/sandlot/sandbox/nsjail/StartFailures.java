package dev.sandlot.sandbox.nsjail;

/// Why an exec failed, in one sentence for the person who pressed Run.
final class StartFailures {

    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    private static final int E2BIG = 7;
    private static final int ENOEXEC = 8;
    private static final int EAGAIN = 11;
    private static final int ENOMEM = 12;
    private static final int EACCES = 13;
    private static final int ENOTDIR = 20;
    private static final int EISDIR = 21;
    private static final int ETXTBSY = 26;
    private static final int ENAMETOOLONG = 36;
    private static final int ELOOP = 40;
    private static final int ELIBBAD = 80;

    private StartFailures() {}

    static String sentence(String program, int errno) {
        return switch (errno) {
            case ENOENT, ENOTDIR ->
                    "There is no program "
                            + program
                            + ", or the interpreter that its first line names is missing.";
            case EACCES, EPERM, EISDIR -> program + " is not executable.";
            case ENOEXEC, ELIBBAD -> program + " is not a program that can run here.";
            case E2BIG -> "The arguments and environment variables together are too long.";
            case ENOMEM, EAGAIN -> program + " could not start within its memory limit.";
            case ETXTBSY -> program + " is still being written.";
            case ENAMETOOLONG -> "The name of the program is too long.";
            case ELOOP -> program + " is a link to itself.";
            default -> program + " could not be started (error " + errno + ").";
        };
    }
}
