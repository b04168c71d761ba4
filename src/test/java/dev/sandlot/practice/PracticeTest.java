package dev.sandlot.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.sandlot.access.Allowance;
import dev.sandlot.access.Client;
import dev.sandlot.access.ClientLimits;
import dev.sandlot.access.Clients;
import dev.sandlot.access.Visitor;
import dev.sandlot.access.Visitors;
import dev.sandlot.database.StorageFault;
import dev.sandlot.judge.JudgeService;
import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.problem.Problem;
import dev.sandlot.problem.Problems;
import dev.sandlot.run.RunService;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Sandbox;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class PracticeTest {

    private final Languages languages = mock(Languages.class);
    private final JudgeService judge = mock(JudgeService.class);
    private final Problem problem = mock(Problem.class);
    private final Visitor visitor = new Visitor("somebody");
    private final Clients clients = mock(Clients.class);
    private final Practice practice =
            new Practice(
                    mock(Problems.class),
                    languages,
                    judge,
                    mock(RunService.class),
                    mock(Visitors.class),
                    mock(Sandbox.class),
                    clients,
                    mock(ClientLimits.class));

    @Test
    void withoutItsDatabaseAProblemCanBeReadAndNothingIsSubmitted() {
        var down = new CannotCreateTransactionException("no connection to 127.0.0.1");
        when(problem.id()).thenReturn("toy");
        when(clients.of(any())).thenReturn(new Client("somebody", new Allowance(1, 1, 1)));
        when(judge.list(any(), any())).thenThrow(down);
        when(judge.find(any(), any())).thenThrow(down);
        when(judge.submit(any(), any(), any(), any(), any(), any())).thenThrow(down);

        assertThat(practice.submissions(problem, Optional.of(visitor))).isEmpty();
        assertThat(practice.states(Optional.of(visitor))).isEmpty();
        assertRefused(() -> practice.submission("x", Optional.of(visitor)));
        assertRefused(this::submit);
    }

    private void submit() {
        Language language = mock(Language.class);
        when(language.fileName()).thenReturn("main.c");
        when(languages.find("c")).thenReturn(Optional.of(language));
        when(problem.codeLimit()).thenReturn(MemorySize.ofKib(1));
        practice.submit(problem, new Submitting(1, "c", "", "int main;"), visitor);
    }

    private static void assertRefused(Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Practice.RefusedException.class,
                        refused ->
                                assertThat(refused.words())
                                        .isEqualTo(StorageFault.UNAVAILABLE.words()));
    }
}
