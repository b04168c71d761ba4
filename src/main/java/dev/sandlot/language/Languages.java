package dev.sandlot.language;

import java.util.List;
import java.util.Optional;

/// The languages that work here and now: those whose self-test failed at start are not among them.
public interface Languages {

    /// Each in the version that people get who choose none, by name.
    List<Language> all();

    /// In the version that people get who choose none.
    Optional<Language> find(String id);

    /// All versions of one, that first which people get who choose none; empty when there is no
    /// such language.
    List<Language> versions(String id);

    /// In exactly this version, one of [Language#versions].
    Optional<Language> find(String id, String version);

    /// For what was stored when other versions were there: the version itself if it is still
    /// offered, else the one that has most of its leading parts in common.
    Optional<Language> closest(String id, String version);

    /// What a file's ending means, such as `py`: the language whose id or alias it is, else the
    /// first that has it.
    default Optional<Language> ofEnding(String ending) {
        List<Language> having =
                all().stream().filter(language -> language.endings().contains(ending)).toList();
        return having.stream()
                .filter(l -> l.id().equals(ending) || l.aliases().contains(ending))
                .findFirst()
                .or(() -> having.stream().findFirst());
    }
}
