package dev.sandlot.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A program under `src/test/resources/jail/<expected outcome>/`: one file, or a folder of files.
///
/// @param expected its folder
/// @param name without the file's ending: the same attack in several languages has one name
/// @param language by id
/// @param files the main file first, under the names that they have in the jail
/// @param rows the promises that it stands for
/// @param terminal whether it runs on a terminal
public record HostileProgram(
        String expected,
        String name,
        String language,
        List<SourceText> files,
        Header header,
        List<Integer> rows,
        boolean terminal) {

    /// Stands in a source for the path of a file that no jail may see.
    private static final String CANARY_FILE = "@CANARY_FILE@";

    /// Stands in a source for how much longer everything takes.
    private static final String TIME_FACTOR = "@TIME_FACTOR@";

    public record SourceText(String name, byte[] content) {}

    public String title() {
        String where = terminal ? " on a terminal" : "";
        String what = String.join(", ", rows.stream().map(String::valueOf).toList());
        return "%s/%s in %s%s (attack %s)".formatted(expected, name, language, where, what);
    }

    /// Every outcome that will do.
    public List<String> outcomes() {
        List<String> outcomes = new ArrayList<>(List.of(expected));
        outcomes.addAll(header.list("or"));
        return outcomes;
    }

    /// Those that will do on cgroup v2 alone.
    public List<String> outcomesOnV2() {
        return header.list("or-v2");
    }

    public boolean attacksTheCompiler() {
        return header.text("step", "run").equals("compile");
    }

    public Profile profile() {
        return attacksTheCompiler()
                ? Profile.COMPILE
                : Profile.valueOf(header.text("profile", "run").toUpperCase(Locale.ROOT));
    }

    public Limits limits(Limits usual) {
        return TimeFactor.stretch(new GivenLimits(header.list("limits")).over(usual));
    }

    public List<String> expectations() {
        return header.list("expect");
    }

    public int repeats() {
        return Integer.parseInt(header.text("repeat", "1"));
    }

    public String stdin() {
        return stdinOpen() ? "" : header.text("stdin", "").translateEscapes();
    }

    public boolean stdinOpen() {
        return header.text("stdin", "").equals("open");
    }

    public String mainFile() {
        return files.getFirst().name();
    }

    /// The files, which learn where the canary is and how slow the machine.
    public List<SourceText> files(String canaryFile) {
        return files.stream().map(file -> told(file, canaryFile)).toList();
    }

    private static SourceText told(SourceText file, String canaryFile) {
        String text = new String(file.content(), ISO_8859_1);
        String told = text.replace(CANARY_FILE, canaryFile).replace(TIME_FACTOR, TimeFactor.text());
        return new SourceText(file.name(), told.getBytes(ISO_8859_1));
    }
}
