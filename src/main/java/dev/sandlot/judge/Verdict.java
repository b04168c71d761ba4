package dev.sandlot.judge;

/// What a submission gets. `JUDGE_ERROR` is always ours.
public enum Verdict {
    ACCEPTED("Accepted"),
    WRONG_ANSWER("Wrong Answer"),
    TIME_LIMIT_EXCEEDED("Time Limit Exceeded"),
    MEMORY_LIMIT_EXCEEDED("Memory Limit Exceeded"),
    OUTPUT_LIMIT_EXCEEDED("Output Limit Exceeded"),
    RUN_TIME_ERROR("Run-Time Error"),
    COMPILE_ERROR("Compile Error"),
    JUDGE_ERROR("Judge Error");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
