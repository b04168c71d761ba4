package dev.sandlot.run;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.JailFile;
import java.util.List;

/// What a run step needs: the files of `/work`, compiled where the language compiles.
public record Program(Language language, List<JailFile> files, String mainFile) {}
