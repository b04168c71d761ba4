package dev.sandlot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// The page of languages and their folders agree. `-Dlanguages=write` writes the page, with the
/// versions of the root file systems that are installed here.
class LanguagesPageTest {

    private static final boolean WRITE = System.getProperty("languages", "").equals("write");

    @Test
    void thePageIsWhatTheFoldersSay() throws IOException {
        if (WRITE) {
            Files.writeString(LanguagesPage.FILE, LanguagesPage.ofThisMachine().text());
        }
        assertThat(Files.readString(LanguagesPage.FILE))
                .isEqualTo(LanguagesPage.asWritten().text());
    }
}
