package dev.sandlot.playground;

/// What the page sends with Run and Share.
///
/// @param run the page's number of the run: answers to earlier ones are ignored there
/// @param args one line, quoted as in a shell
/// @param expected empty when no output is expected
record RunCall(int run, String language, String code, String stdin, String args, String expected) {

    /// Whether the same program gets the same input: then a result of one is a result of the other.
    boolean sameProgram(RunCall other) {
        return language.equals(other.language)
                && code.equals(other.code)
                && stdin.equals(other.stdin)
                && args.equals(other.args);
    }

    boolean interactive() {
        return stdin.isEmpty();
    }
}
