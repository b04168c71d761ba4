package dev.sandlot.sandbox;

import java.util.List;
import java.util.Map;

/// One command for one jail.
///
/// @param root the name of the root file system that the jail shows
/// @param argv the program (an absolute path or a name in `/work` such as `./main`) and its
///   arguments
/// @param env added to the jail's own fixed environment (PATH, HOME, TMPDIR, LANG)
/// @param files written to `/work` before the start
/// @param stdin what the program reads first
/// @param stdinOpen whether more may be typed after `stdin`; otherwise the program reads end of
///   file there
/// @param terminal whether standard input and output are a terminal, so that prompts appear at once
/// @param client who asks, for fair queueing; [#JUDGE] for all that is judged
public record Job(
        Profile profile,
        String root,
        List<String> argv,
        Map<String, String> env,
        List<JailFile> files,
        byte[] stdin,
        boolean stdinOpen,
        boolean terminal,
        Limits limits,
        Collect collect,
        String client) {

    /// The client of every job whose times become a verdict: it never gives way to others while it
    /// runs. The judge itself bounds how many there are and shares them out among its own clients.
    public static final String JUDGE = "judge";

    /// The client of a job that was started before anyone needed it: it stays in the background
    /// until [Execution#passTo] makes it somebody's.
    public static final String NOBODY = "nobody";

    public Job {
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("A job needs a command");
        }
        argv = List.copyOf(argv);
        env = Map.copyOf(env);
        files = List.copyOf(files);
    }
}
