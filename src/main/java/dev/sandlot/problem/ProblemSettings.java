package dev.sandlot.problem;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param problemsDir where the problems' files are
@ConfigurationProperties("sandlot")
record ProblemSettings(@DefaultValue("problems") Path problemsDir) {}
