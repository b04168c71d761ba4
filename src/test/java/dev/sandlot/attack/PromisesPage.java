package dev.sandlot.attack;

import dev.sandlot.attack.AttackTests.AttackTest;
import dev.sandlot.language.TestedLanguages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// docs/security/promises.md as the tests say it.
record PromisesPage(
        List<Promise> promises,
        List<HostileProgram> programs,
        List<AttackTest> tests,
        TestedLanguages languages) {

    private static final String INTRODUCTION =
            """
            # What Sandlot promises, and the tests that hold it to that

            This page is made from the tests: do not edit it. `mvn test -Dtest=PromisesPageTest -Dpromises=write -Dvaadin.skip` writes it
            anew, and the build fails while it is out of date, while a promise has no test in a language that must try it, or while a test
            names a promise that is not here.

            A word in `code` without a dot is a hostile program: `src/test/resources/jail/*/<name>.*`, which `JailUnderAttackIT` runs in the
            installed jail, each by its language's own commands. After every one of them the slot has no process, no cgroup and no file left,
            the host has no new mount, a secret file, variable and port of the host are untouched, and the next job of the slot runs.
            A failure of the sandbox is never a good answer. Where `or` stands any of them will do; a program in a language that is not
            installed is skipped. How to write and run them: [hostile-programs.md](hostile-programs.md).

            """;

    static PromisesPage read() {
        TestedLanguages languages = TestedLanguages.read();
        return new PromisesPage(
                Promise.all(languages.core()),
                Corpus.read(languages),
                AttackTests.all(),
                languages);
    }

    String text() {
        return INTRODUCTION + summary() + promiseTables() + programTable();
    }

    private String summary() {
        long distinct = programs.stream().map(HostileProgram::name).distinct().count();
        return "%d promises; %d hostile programs in %d languages, which are %d different attacks; %d tests beside them.\n\n"
                .formatted(
                        promises.size(), programs.size(), columns().size(), distinct, tests.size());
    }

    private String promiseTables() {
        Map<String, List<Promise>> chapters =
                promises.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Promise::chapter, LinkedHashMap::new, Collectors.toList()));
        return chapters.entrySet().stream()
                .map(chapter ->
                        "## %s\n\n| | promise | who promises it too | our tests |\n|---|---|---|---|\n%s\n"
                                .formatted(chapter.getKey(), lines(chapter.getValue())))
                .collect(Collectors.joining());
    }

    private String lines(List<Promise> some) {
        return some.stream()
                .map(promise ->
                        "| %d | %s | %s | %s |\n"
                                .formatted(
                                        promise.number(),
                                        promise.text(),
                                        String.join(", ", promise.makers()),
                                        testsOf(promise.number())))
                .collect(Collectors.joining());
    }

    private String testsOf(int number) {
        Stream<String> names =
                programs.stream()
                        .filter(program -> program.rows().contains(number))
                        .map(HostileProgram::name)
                        .distinct()
                        .sorted();
        Stream<String> others =
                tests.stream().filter(test -> test.rows().contains(number)).map(AttackTest::name);
        return Stream.concat(names, others)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    private String programTable() {
        Map<String, List<HostileProgram>> byName =
                programs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        HostileProgram::name, TreeMap::new, Collectors.toList()));
        List<String> columns = columns();
        String names = columns.stream().map(languages::nameOf).collect(Collectors.joining(" | "));
        String rows =
                byName.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue(), columns))
                        .collect(Collectors.joining());
        return "## The hostile programs, and what each must get\n\n| program | promises | %s |\n|---|---|%s\n%s"
                .formatted(names, "---|".repeat(columns.size()), rows);
    }

    private static String row(String name, List<HostileProgram> some, List<String> columns) {
        String numbers =
                some.stream()
                        .flatMap(program -> program.rows().stream())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        String cells =
                columns.stream()
                        .map(language -> cell(some, language))
                        .collect(Collectors.joining(" | "));
        return "| `%s` | %s | %s |\n".formatted(name, numbers, cells);
    }

    private static String cell(List<HostileProgram> some, String language) {
        return some.stream()
                .filter(program -> program.language().equals(language))
                .map(PromisesPage::outcome)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String outcome(HostileProgram program) {
        String outcomes =
                Stream.concat(
                                program.outcomes().stream().map(PromisesPage::inWords),
                                program.outcomesOnV2().stream()
                                        .map(outcome -> inWords(outcome) + " on cgroup v2"))
                        .collect(Collectors.joining(" or "));
        return program.terminal() ? outcomes + " (terminal)" : outcomes;
    }

    private static String inWords(String outcome) {
        String kind = outcome.substring(0, outcome.indexOf('_') + 1);
        String rest = outcome.substring(kind.length());
        return switch (kind) {
            case "exited_" -> rest.equals("0") ? "held" : "exit " + rest;
            case "signalled_" -> rest.toUpperCase(Locale.ROOT);
            case "limit_" -> rest.replace('_', ' ');
            default -> outcome.replace('_', ' ');
        };
    }

    private List<String> columns() {
        return programs.stream()
                .map(HostileProgram::language)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }
}
