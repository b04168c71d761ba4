package dev.sandlot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.sandlot.access.ClientLimits;
import dev.sandlot.access.Clients;
import dev.sandlot.database.StorageFault;
import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.run.RunService;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.snippet.Draft;
import dev.sandlot.snippet.Snippet;
import dev.sandlot.snippet.Snippets;
import dev.sandlot.ui.UnavailableException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class PlaygroundTest {

    private static final RunCall CALL = call("main.c");

    private final Languages languages = mock(Languages.class);
    private final Snippets snippets = mock(Snippets.class);
    private final Playground playground =
            new Playground(
                    languages,
                    mock(RunService.class),
                    snippets,
                    mock(Sandbox.class),
                    mock(Clients.class),
                    mock(ClientLimits.class));

    @Test
    void aDatabaseThatIsDownIsToldInWords() {
        var down = new CannotCreateTransactionException("no connection to 127.0.0.1");
        when(snippets.create(any())).thenThrow(down);
        when(snippets.find(any())).thenThrow(down);
        when(snippets.delete(any(), any())).thenThrow(down);

        assertRefused(this::share, StorageFault.UNAVAILABLE);
        assertRefused(() -> playground.delete("x", "y"), StorageFault.UNAVAILABLE);
        assertThatThrownBy(() -> playground.find("x"))
                .isInstanceOf(UnavailableException.class)
                .hasMessage(StorageFault.UNAVAILABLE.words());
    }

    @Test
    void aFullDiskIsToldInWords() {
        when(snippets.create(any()))
                .thenThrow(
                        new DataAccessResourceFailureException(
                                "", new SQLException("no space", "53100")));

        assertRefused(this::share, StorageFault.FULL);
    }

    @Test
    void aNameThatIsNoneIsToldInWords() {
        assertThatThrownBy(() -> share(call("main.c", "../etc/passwd")))
                .isInstanceOfSatisfying(
                        Playground.RefusedException.class,
                        refused ->
                                assertThat(refused.words())
                                        .isEqualTo(
                                                "../etc/passwd: The file name must not have the"
                                                        + " parts . or .."));
    }

    @Test
    void allFilesAreKeptMainFirst() {
        share(call("main.c", "lib/util.c"));
        ArgumentCaptor<Draft> draft = ArgumentCaptor.forClass(Draft.class);
        verify(snippets).create(draft.capture());
        assertThat(draft.getValue().files())
                .extracting(Snippet.File::name)
                .containsExactly("main.c", "lib/util.c");
    }

    private static RunCall call(String... names) {
        List<RunCall.ProgramFile> files =
                Stream.of(names)
                        .map(name -> new RunCall.ProgramFile(name, "int x;", null))
                        .toList();
        return new RunCall(1, "c", files, "", "", "", "", List.of());
    }

    private void share() {
        share(CALL);
    }

    private void share(RunCall call) {
        Language language = mock(Language.class, RETURNS_DEEP_STUBS);
        when(language.id()).thenReturn("c");
        when(language.fileName()).thenReturn("main.c");
        when(language.version()).thenReturn("14");
        when(languages.find("c")).thenReturn(Optional.of(language));
        playground.share(call, Optional.empty());
    }

    private static void assertRefused(Runnable action, StorageFault fault) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Playground.RefusedException.class,
                        refused -> assertThat(refused.words()).isEqualTo(fault.words()));
    }
}
