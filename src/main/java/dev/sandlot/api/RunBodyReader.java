package dev.sandlot.api;

import dev.sandlot.language.Language;
import dev.sandlot.run.Inputs;
import dev.sandlot.run.InvalidInputException;
import dev.sandlot.run.LimitsRequest;
import dev.sandlot.run.RunRequest;
import dev.sandlot.run.SourceFile;
import dev.sandlot.run.SourceFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns a request's body into a run that can't be wrong any more.
@Component
class RunBodyReader {

    private final LanguageChoice languages;

    RunBodyReader(LanguageChoice languages) {
        this.languages = languages;
    }

    /// @throws InvalidInputException when something in it is wrong, and what
    RunRequest read(RunBody body, String client) {
        Language language = languages.find(body.language(), body.version());
        return new RunRequest(
                language,
                files(language, body.files()),
                text("stdin", orEmpty(body.stdin())),
                false,
                args(orEmpty(body.args())),
                env(body.env() == null ? Map.of() : body.env()),
                options(language, orEmpty(body.options())),
                Optional.ofNullable(body.expectedOutput())
                        .map(expected -> text("expectedOutput", expected)),
                body.limits() == null
                        ? LimitsRequest.DEFAULTS
                        : limits("limits.compile", body.limits().compile()),
                body.limits() == null
                        ? LimitsRequest.DEFAULTS
                        : limits("limits.run", body.limits().run()),
                collect(orEmpty(body.collect())),
                client);
    }

    static List<SourceFile> files(Language language, List<FileBody> bodies) {
        List<SourceFile> files = FileBody.read(bodies);
        SourceFiles.check(language, files);
        return files;
    }

    static byte[] text(String field, Text text) {
        byte[] bytes = text.bytes(field);
        Inputs.checkText(field, bytes);
        return bytes;
    }

    static List<String> args(List<String> args) {
        Inputs.checkArgs(args);
        return args;
    }

    private static Map<String, String> env(Map<String, String> env) {
        Inputs.checkEnv(env);
        return env;
    }

    private static List<String> collect(List<String> names) {
        Inputs.checkCollect(names);
        return names;
    }

    static List<String> options(Language language, List<String> ids) {
        Inputs.checkOptions(language, ids);
        return ids;
    }

    private static LimitsRequest limits(String field, @Nullable LimitsBody body) {
        return body == null ? LimitsRequest.DEFAULTS : body.read(field);
    }

    static Text orEmpty(@Nullable Text text) {
        return text == null ? Text.EMPTY : text;
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
