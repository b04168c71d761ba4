package dev.sandlot.problem.secret;

import java.util.List;
import java.util.Optional;

/// The judging data of the published problems.
public interface JudgingLibrary {

    Optional<JudgingData> judgingData(String problem);

    List<JudgingData> allJudgingData();
}
