package dev.sandlot.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `docs/languages.md`: what the folders say, with the versions of the last machine that wrote it.
///
/// @param versions what people see, by language id
record LanguagesPage(List<Row> rows, Map<String, String> versions) {

    static final Path FILE = Path.of("docs/languages.md");

    private static final Path LANGUAGES = Path.of("languages");
    private static final Path ROOTS =
            Path.of(System.getProperty("sandlot.root-dir", "/var/lib/sandlot/root"));
    private static final String UNKNOWN = "not built yet";

    private static final String HEAD =
            """
            # Languages

            This page is made from the folders: do not edit it. `mvn test -Dtest=LanguagesPageTest -Dlanguages=write -Dvaadin.skip` writes it, and the same test says when
            it is out of date.

            %d languages in %d versions, %d of them in the set `core`. Each is a folder of `languages/` ([add one](add-a-language.md)); those that we looked for and
            did not find are in [languages-gaps.md](languages-gaps.md), how long each takes is in [latency.md](latency.md).

            The version is what the toolchain said of itself on the machine that wrote this page; `/api/v1/languages` says what it says on yours. The root is the
            Debian suite that the toolchain comes from. A version that is chosen by name stands after the one that people get who choose none.

            | id | name | version | set | root | formatter | options |
            |---|---|---|---|---|---|---|
            """;

    private static final String SKIPS =
            """

            ## What is skipped

            Every language is tried with %d programs (%s): %d languages × %d parts = %d, of which %d are skipped, since the language can't:

            | language | part | reason |
            |---|---|---|
            """;

    /// One folder.
    ///
    /// @param versions in the order in which they are offered; their names are made up
    record Row(List<Language> versions, String set, Map<String, String> skips) {

        Language language() {
            return versions.getFirst();
        }

        String text(String version) {
            Language language = language();
            return "| %s |%n"
                    .formatted(
                            Stream.of(
                                            "`" + language.id() + "`",
                                            language.name(),
                                            version,
                                            set,
                                            roots(),
                                            language.formatter().isPresent() ? "yes" : "",
                                            options())
                                    .map(cell -> cell.replace("|", "\\|"))
                                    .collect(Collectors.joining(" | ")));
        }

        private String roots() {
            return versions.stream()
                    .map(Language::root)
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        private String options() {
            return language().options().stream()
                    .map(Language.Option::label)
                    .collect(Collectors.joining(", "));
        }

        String skipsText() {
            return new TreeMap<>(skips)
                    .entrySet().stream()
                            .map(skip ->
                                    "| %s | %s | %s |%n"
                                            .formatted(
                                                    language().name(),
                                                    skip.getKey(),
                                                    skip.getValue().replace("|", "\\|")))
                            .collect(Collectors.joining());
        }
    }

    /// With the versions that the page has now.
    static LanguagesPage asWritten() {
        return new LanguagesPage(folders(), writtenVersions());
    }

    /// With the versions of this machine, and for what it lacks those that the page has now.
    static LanguagesPage ofThisMachine() {
        Map<String, String> versions = writtenVersions();
        Roots roots = Roots.read(ROOTS);
        for (Path folder : list()) {
            try {
                List<Language> built = LanguageFolder.read(folder, roots);
                versions.put(built.getFirst().id(), String.join(", ", built.getFirst().versions()));
            } catch (NotInstalledException e) {
                versions.putIfAbsent(String.valueOf(folder.getFileName()), UNKNOWN);
            }
        }
        return new LanguagesPage(folders(), versions);
    }

    String text() {
        return head()
                + rows.stream()
                        .map(row -> row.text(versions.getOrDefault(row.language().id(), UNKNOWN)))
                        .collect(Collectors.joining())
                + skips()
                + rows.stream().map(Row::skipsText).collect(Collectors.joining());
    }

    private String head() {
        int count = rows.stream().mapToInt(row -> row.versions().size()).sum();
        long core = rows.stream().filter(row -> row.set().equals("core")).count();
        return HEAD.formatted(rows.size(), count, core);
    }

    private String skips() {
        int parts = SelfTestFolder.PARTS.size();
        int skipped = rows.stream().mapToInt(row -> row.skips().size()).sum();
        return SKIPS.formatted(
                parts,
                String.join(", ", SelfTestFolder.PARTS),
                rows.size(),
                parts,
                rows.size() * parts,
                skipped);
    }

    private static List<Row> folders() {
        return list().stream().map(LanguagesPage::row).toList();
    }

    private static Row row(Path folder) {
        YamlSection yaml = YamlSection.read(folder.resolve("language.yaml"));
        return new Row(
                LanguageFolder.read(folder, TestRoots.with(folder, "1")),
                yaml.text("set"),
                SelfTestFolder.skips(yaml));
    }

    /// The third cell of each row that begins with an id.
    private static Map<String, String> writtenVersions() {
        if (!Files.exists(FILE)) {
            return new TreeMap<>();
        }
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.split(" \\| "))
                    .collect(
                            Collectors.toMap(
                                    cells -> cells[0].replaceAll("[|` ]", ""),
                                    cells -> cells[2],
                                    (first, _) -> first,
                                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list() {
        try (Stream<Path> entries = Files.list(LANGUAGES)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
