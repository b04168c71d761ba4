package dev.sandlot.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The languages of `languages/` for the tests of other rooms: each as it is installed here, or why
/// it isn't. `ids` are those of all folders, in order.
public record TestedLanguages(List<String> ids, Map<String, String> idsByEnding) {

    private static final Path LANGUAGES = Path.of("languages");
    private static final Path ROOTS =
            Path.of(System.getProperty("sandlot.root-dir", "/var/lib/sandlot/root"));

    /// A language as it is on this machine.
    public sealed interface Here {

        record Installed(Language language) implements Here {}

        /// @param reason says which language it is
        record Missing(String reason) implements Here {}
    }

    public static TestedLanguages read() {
        Map<String, String> idsByEnding = new TreeMap<>();
        List<String> ids = folders();
        // Several share an ending; those of the core set are sure to be here.
        Stream.concat(ids.stream().filter(TestedLanguages::isCore), ids.stream())
                .forEach(id ->
                        endings(description(id))
                                .forEach(ending -> idsByEnding.putIfAbsent(ending, id)));
        return new TestedLanguages(ids, idsByEnding);
    }

    /// The language of a file with this name.
    public Optional<String> idOf(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1);
        return Optional.ofNullable(idsByEnding.get(ending));
    }

    /// Those that are always installed.
    public List<String> core() {
        return ids.stream().filter(TestedLanguages::isCore).toList();
    }

    /// What people call the language.
    public String nameOf(String id) {
        return ids.contains(id) ? description(id).text("name") : id;
    }

    /// The name of the main file of a program in this language.
    public String mainFileOf(String id) {
        return description(id).text("file");
    }

    /// @throws InvalidLanguageException for a language of the core set that isn't here
    public Here find(String id) {
        if (!ids.contains(id)) {
            return new Here.Missing("there is no folder languages/" + id);
        }
        try {
            Roots roots = Roots.read(ROOTS);
            return new Here.Installed(LanguageFolder.read(LANGUAGES.resolve(id), roots).getFirst());
        } catch (InvalidLanguageException e) {
            if (isCore(id)) {
                throw e;
            }
            return new Here.Missing(id + " is not installed: " + e.getMessage());
        }
    }

    private static boolean isCore(String id) {
        return description(id).text("set").equals("core");
    }

    private static YamlSection description(String id) {
        return YamlSection.read(LANGUAGES.resolve(id).resolve("language.yaml"));
    }

    private static List<String> endings(YamlSection yaml) {
        String file = yaml.text("file");
        return yaml.has("endings")
                ? yaml.texts("endings")
                : List.of(file.substring(file.lastIndexOf('.') + 1));
    }

    private static List<String> folders() {
        try (Stream<Path> folders = Files.list(LANGUAGES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
