package dev.sandlot.sandbox.nsjail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program under `src/test/resources/jail/<expected outcome>/`. Its first comment says the rest,
/// one `word: value` a line:
///
/// - `attacks:` the rows of the attack corpus that it stands for; required
/// - `limits:` those that differ from the usual ones, such as `cpu=300ms memory=32MiB processes=8`
/// - `expect:` what else must be true of the result, see [Expectations]
/// - `run:` the command, where it isn't the language's usual one; `PROBE` is the program's name
/// - `profile:` `compile` for an attack on a compile step
/// - `stdin:` what it reads, `\n` for a line's end; `open` input may be typed to and never is
/// - `collect:` names to ask for after the end
record HostileProgram(
        String expected, String fileName, byte[] content, Map<String, String> header) {

    private static final Pattern HEADER =
            Pattern.compile("^[ /*#;-]*(attacks|limits|expect|run|profile|stdin|collect): *(.*?)$");
    private static final int HEADER_LINES = 14;
    private static final Pattern AMOUNT = Pattern.compile("(\\d+)(ms|s|KiB|MiB|)");

    static List<HostileProgram> all(Path folder) throws IOException {
        List<HostileProgram> programs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                programs.add(read(file));
            }
        }
        return programs;
    }

    private static HostileProgram read(Path file) throws IOException {
        Map<String, String> header = new HashMap<>();
        byte[] content = Files.readAllBytes(file);
        new String(content, UTF_8)
                .lines()
                .limit(HEADER_LINES)
                .map(HEADER::matcher)
                .filter(Matcher::find)
                .forEach(line -> header.put(line.group(1), line.group(2).strip()));
        if (!header.containsKey("attacks")) {
            throw new IllegalArgumentException(file + " does not say which attack it is");
        }
        return new HostileProgram(
                file.getName(file.getNameCount() - 2).toString(),
                file.getFileName().toString(),
                content,
                header);
    }

    String title() {
        return expected + "/" + fileName + " (attack " + header.get("attacks") + ")";
    }

    String extension() {
        return fileName.substring(fileName.lastIndexOf('.') + 1);
    }

    boolean compiled() {
        return List.of("c", "cpp").contains(extension());
    }

    Profile profile() {
        return Profile.valueOf(header.getOrDefault("profile", "run").toUpperCase(Locale.ROOT));
    }

    List<String> expectations() {
        String text = header.getOrDefault("expect", "");
        return text.isEmpty() ? List.of() : List.of(text.split(" +"));
    }

    List<String> collect() {
        String text = header.getOrDefault("collect", "");
        return text.isEmpty() ? List.of() : List.of(text.split(" +"));
    }

    String stdin() {
        String text = header.getOrDefault("stdin", "");
        return text.equals("open") ? "" : text.replace("\\n", "\n");
    }

    boolean stdinOpen() {
        return header.getOrDefault("stdin", "").equals("open");
    }

    List<String> compileCommand() {
        String compiler = extension().equals("c") ? "/usr/bin/gcc" : "/usr/bin/g++";
        return List.of(compiler, "-O1", "-pthread", "-w", "-o", "main", fileName);
    }

    List<String> runCommand() {
        String given = header.get("run");
        if (given != null) {
            return List.of(given.replace("PROBE", fileName).split(" +"));
        }
        return switch (extension()) {
            case "c", "cpp" -> List.of("./main");
            case "py" -> List.of("/usr/bin/python3", fileName);
            case "pl" -> List.of("/usr/bin/perl", fileName);
            case "sh" -> List.of("/bin/bash", fileName);
            case "js" -> List.of("/usr/bin/node", "--max-old-space-size=64", fileName);
            case "java" ->
                    List.of(
                            "/usr/bin/java",
                            "-Xmx64m",
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            fileName);
            default -> throw new IllegalArgumentException("No command for " + fileName);
        };
    }

    Limits limits() {
        Limits limits = Jobs.LIMITS;
        for (String item : header.getOrDefault("limits", "").split(" +")) {
            if (!item.isEmpty()) {
                String[] pair = item.split("=", 2);
                limits = changed(limits, pair[0], pair[1]);
            }
        }
        return limits;
    }

    private Limits changed(Limits l, String name, String value) {
        return switch (name) {
            case "cpu" ->
                    new Limits(
                            duration(value),
                            l.wallTime(),
                            l.memory(),
                            l.output(),
                            l.processes(),
                            l.fileSize());
            case "wall" ->
                    new Limits(
                            l.cpuTime(),
                            duration(value),
                            l.memory(),
                            l.output(),
                            l.processes(),
                            l.fileSize());
            case "memory" ->
                    new Limits(
                            l.cpuTime(),
                            l.wallTime(),
                            size(value),
                            l.output(),
                            l.processes(),
                            l.fileSize());
            case "output" ->
                    new Limits(
                            l.cpuTime(),
                            l.wallTime(),
                            l.memory(),
                            size(value),
                            l.processes(),
                            l.fileSize());
            case "processes" ->
                    new Limits(
                            l.cpuTime(),
                            l.wallTime(),
                            l.memory(),
                            l.output(),
                            Integer.parseInt(value),
                            l.fileSize());
            case "fileSize" ->
                    new Limits(
                            l.cpuTime(),
                            l.wallTime(),
                            l.memory(),
                            l.output(),
                            l.processes(),
                            size(value));
            default -> throw new IllegalArgumentException(fileName + ": unknown limit " + name);
        };
    }

    static Duration duration(String text) {
        Matcher amount = amount(text);
        long number = Long.parseLong(amount.group(1));
        return amount.group(2).equals("ms")
                ? Duration.ofMillis(number)
                : Duration.ofSeconds(number);
    }

    static MemorySize size(String text) {
        Matcher amount = amount(text);
        long number = Long.parseLong(amount.group(1));
        return switch (amount.group(2)) {
            case "MiB" -> MemorySize.ofMib(number);
            case "KiB" -> MemorySize.ofKib(number);
            default -> MemorySize.ofBytes(number);
        };
    }

    private static Matcher amount(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException("Neither a time nor a size: " + text);
        }
        return amount;
    }
}
