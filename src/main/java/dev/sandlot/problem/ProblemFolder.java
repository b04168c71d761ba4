package dev.sandlot.problem;

import dev.sandlot.problem.secret.JudgingData;
import dev.sandlot.problem.secret.JudgingLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The folder `problems/`, read once at start. A file that breaks a rule is logged and left out;
/// the others are published.
@Component
class ProblemFolder implements Problems, JudgingLibrary {

    private static final Logger log = LoggerFactory.getLogger(ProblemFolder.class);

    private final Map<String, JudgingData> published = new LinkedHashMap<>();

    ProblemFolder(ProblemSettings settings) {
        read(settings.problemsDir()).stream()
                .sorted(Comparator.comparing(it -> it.problem().title()))
                .forEach(it -> published.put(it.problem().id(), it));
        log.info("{} problems published: {}", published.size(), published.keySet());
    }

    @Override
    public List<Problem> all() {
        return published.values().stream().map(JudgingData::problem).toList();
    }

    @Override
    public Optional<Problem> find(String id) {
        return judgingData(id).map(JudgingData::problem);
    }

    @Override
    public Optional<JudgingData> judgingData(String id) {
        return Optional.ofNullable(published.get(id));
    }

    @Override
    public List<JudgingData> allJudgingData() {
        return List.copyOf(published.values());
    }

    private static List<JudgingData> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            log.warn("There is no folder of problems at {}", folder.toAbsolutePath());
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(file -> readFile(file).stream())
                    .toList();
        } catch (IOException e) {
            log.error("The folder of problems can't be read: {}", folder.toAbsolutePath(), e);
            return List.of();
        }
    }

    private static Optional<JudgingData> readFile(Path file) {
        try {
            LoadedProblem loaded = ProblemLoader.load(ProblemText.read(file));
            loaded.warnings().forEach(log::warn);
            if (loaded.draft()) {
                log.warn(
                        "{} is a draft: it needs a secret test case and an accepted submission",
                        file.getFileName());
                return Optional.empty();
            }
            return Optional.of(loaded.data());
        } catch (ProblemFormatException e) {
            log.error("{}", e.getMessage());
        } catch (IOException e) {
            log.error("{} can't be read", file, e);
        }
        return Optional.empty();
    }
}
