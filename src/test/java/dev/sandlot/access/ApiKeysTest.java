package dev.sandlot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

class ApiKeysTest {

    private static final String KEY = "slk_" + "k".repeat(43);
    private static final String OTHER = "slk_" + "o".repeat(43);

    @TempDir private Path folder;
    private Path file;
    private ApiKeys keys;

    @BeforeEach
    void setUp() {
        file = folder.resolve("api-keys");
        keys = Keys.in(file);
    }

    @Test
    void withoutAFileThereIsNoKey() {
        assertThat(keys.find(KEY)).isEmpty();
    }

    @Test
    void aKeyHasItsOwnLimitsOrTheDefaults() throws IOException {
        write(line("school", KEY, "50", "-"), line("other", OTHER, "-", "1000"));

        assertThat(keys.find(KEY).orElseThrow().allowance()).isEqualTo(new Allowance(50, 3, 4));
        assertThat(keys.find(OTHER).orElseThrow().allowance()).isEqualTo(new Allowance(2, 1000, 4));
    }

    @Test
    void aKeyIsRevokedWithoutARestart() throws IOException {
        write(line("school", KEY, "-", "-"), line("other", OTHER, "-", "-"));
        assertThat(keys.find(KEY)).isPresent();

        write(line("other", OTHER, "-", "-"));

        assertThat(keys.find(KEY)).isEmpty();
        assertThat(keys.find(OTHER)).isPresent();
        Files.delete(file);
        assertThat(keys.find(OTHER)).isEmpty();
    }

    @Test
    void aBrokenLineIssuesNothingAndHarmsNoOther() throws IOException {
        write("nonsense", line("zero", OTHER, "0", "-"), "", line("school", KEY, "-", "-"));

        assertThat(keys.find(OTHER)).isEmpty();
        assertThat(keys.find(KEY)).isPresent();
    }

    @Test
    void theClientOfAKeyIsItsNameWhateverTheAddress() throws IOException {
        write(line("school", KEY, "50", "60"));
        Clients clients = new KeyedClients(keys, Keys.settings(file));

        assertThat(clients.of(request("192.0.2.1", KEY)))
                .isEqualTo(clients.of(request("::1", KEY)));
        assertThat(clients.of(request("::1", KEY)).name()).isEqualTo("key school");
    }

    @Test
    void nobodyIsSilentlyAnonymous() {
        Clients clients = new KeyedClients(keys, Keys.settings(file));

        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> clients.of(request("192.0.2.1", KEY)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(KEY));
        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> clients.of(request("192.0.2.1", "something")));
    }

    @Test
    void aVisitorsTokenIsNoKey() {
        Clients clients = new KeyedClients(keys, Keys.settings(file));

        assertThat(clients.of(request("192.0.2.1", "v".repeat(43))).name()).isEqualTo("192.0.2.1");
    }

    @Test
    void theHolderOfAKeyIsAVisitorToo() throws IOException {
        write(line("school", KEY, "-", "-"));
        Visitors visitors = new CookieVisitors(keys);

        assertThat(visitors.find(request("::1", KEY))).isPresent();
        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> visitors.find(request("::1", OTHER)));
    }

    private static MockHttpServletRequest request(String address, String token) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.addHeader("Authorization", "Bearer " + token);
        return request;
    }

    private static String line(String name, String key, String concurrent, String perMinute) {
        return String.join(" ", name, Secrets.hash(key), concurrent, perMinute, "2026-11-28");
    }

    /// As `deploy/key` does it: a new file in the place of the old one.
    private void write(String... lines) throws IOException {
        Path fresh = folder.resolve("api-keys.new");
        Files.writeString(fresh, String.join("\n", lines) + "\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
