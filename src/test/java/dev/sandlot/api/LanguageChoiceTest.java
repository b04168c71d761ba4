package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.run.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {

    private final Language c = language("c", "C", List.of("14.2.0", "Clang 19.1.7"), true);
    private final Language bf = language("brainfuck", "Brainfuck", List.of("1"), false);
    private final LanguageChoice choice = new LanguageChoice(languages(c, bf));

    @Test
    void findsALanguageThatHasAFormatter() {
        assertThat(choice.findWithFormatter("c", null)).isSameAs(c);
    }

    @Test
    void namesThoseThatHaveAFormatter() {
        assertThatThrownBy(() -> choice.findWithFormatter("brainfuck", null))
                .hasMessage("There is no formatter for Brainfuck here")
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> {
                            assertThat(e.field()).isEqualTo("language");
                            assertThat(e.value()).isEqualTo("brainfuck");
                            assertThat(e.limit()).isEqualTo("c");
                        });
    }

    @Test
    void namesTheVersionsThatThereAre() {
        assertThatThrownBy(() -> choice.find("c", "13"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> {
                            assertThat(e.field()).isEqualTo("version");
                            assertThat(e.limit()).isEqualTo("14.2.0, Clang 19.1.7");
                        });
    }

    private static Languages languages(Language... all) {
        Languages languages = mock(Languages.class);
        when(languages.all()).thenReturn(List.of(all));
        for (Language language : all) {
            when(languages.find(language.id())).thenReturn(Optional.of(language));
        }
        return languages;
    }

    private static Language language(
            String id, String name, List<String> versions, boolean formatter) {
        Language language = mock(Language.class);
        when(language.id()).thenReturn(id);
        when(language.name()).thenReturn(name);
        when(language.versions()).thenReturn(versions);
        when(language.formatter())
                .thenReturn(
                        formatter
                                ? Optional.of(new Language.Formatter(List.of("/fmt"), Map.of()))
                                : Optional.empty());
        return language;
    }
}
