package dev.sandlot.language;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sandlot.language.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A compiler's message format as one regular expression with the groups `file`, `line`, `column`,
/// `severity` and `message`, matched in linear time whatever the text.
///
/// Only `line` and `message` are required. `^` and `$` match at line ends, so a pattern may take in
/// several lines. A message without severity is an error.
final class CompilerMessages implements DiagnosticPattern {

    private static final Set<String> GROUPS =
            Set.of("file", "line", "column", "severity", "message");
    private static final Set<String> REQUIRED = Set.of("line", "message");

    /// Characters that are looked at; compilers' output is capped at about this much anyway.
    static final int MAX_TEXT = 256 * 1024;

    /// Characters of a message that are kept.
    static final int MAX_MESSAGE = 1000;

    /// Characters of a file name that are kept.
    static final int MAX_FILE_NAME = 255;

    /// More digits than any true line number has.
    private static final int MAX_DIGITS = 7;

    private final Pattern pattern;
    private final Set<String> groups;

    private CompilerMessages(Pattern pattern) {
        this.pattern = pattern;
        this.groups = Set.copyOf(pattern.namedGroups().keySet());
    }

    /// @throws IllegalArgumentException when it isn't a regular expression or its groups are wrong
    static CompilerMessages parse(String regex) {
        CompilerMessages messages = new CompilerMessages(compile(regex));
        for (String group : messages.groups) {
            if (!GROUPS.contains(group)) {
                throw new IllegalArgumentException("unknown group " + group);
            }
        }
        for (String group : REQUIRED) {
            if (!messages.groups.contains(group)) {
                throw new IllegalArgumentException("no group " + group);
            }
        }
        return messages;
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        }
    }

    /// Whether the messages have this group: those of many compilers name no column.
    boolean names(String group) {
        return groups.contains(group);
    }

    @Override
    public List<Diagnostic> find(String compilerOutput) {
        String text = compilerOutput.substring(0, Math.min(compilerOutput.length(), MAX_TEXT));
        List<Diagnostic> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text.replace("\r", ""));
        while (found.size() < MAX_DIAGNOSTICS && matcher.find()) {
            found.add(diagnostic(matcher));
        }
        return List.copyOf(found);
    }

    private Diagnostic diagnostic(Matcher matcher) {
        return new Diagnostic(
                cut(group(matcher, "file"), MAX_FILE_NAME),
                number(group(matcher, "line")),
                number(group(matcher, "column")),
                severity(group(matcher, "severity")),
                cut(group(matcher, "message").strip(), MAX_MESSAGE));
    }

    /// What the group matched; empty when it took no part.
    private String group(Matcher matcher, String name) {
        if (!groups.contains(name)) {
            return "";
        }
        String text = matcher.group(name);
        return text == null ? "" : text;
    }

    private static int number(String digits) {
        boolean usable =
                !digits.isEmpty()
                        && digits.length() <= MAX_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return usable ? Integer.parseInt(digits) : 0;
    }

    private static Severity severity(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.contains("warning")) {
            return Severity.WARNING;
        }
        boolean remark = lower.contains("note") || lower.contains("info") || lower.contains("help");
        return remark ? Severity.NOTE : Severity.ERROR;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
