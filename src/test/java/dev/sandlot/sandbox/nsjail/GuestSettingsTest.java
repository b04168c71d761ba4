package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestSettingsTest {

    @Test
    void programsRunHereUnlessAMachineIsNamed() {
        assertThat(new GuestSettings(null).runSteps()).isEmpty();
    }

    @Test
    void aMachineHasAHostAndAPort() {
        assertThat(new GuestSettings("127.0.0.1:7001").runSteps())
                .contains(InetSocketAddress.createUnresolved("127.0.0.1", 7001));
        assertThat(new GuestSettings("[::1]:65534").runSteps())
                .contains(InetSocketAddress.createUnresolved("[::1]", 65_534));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7001", "host", "host:", "host:0", "host:65535", "ho st:7001", ":1"})
    void whatIsNoAddressIsRefusedByName(String address) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new GuestSettings(address))
                .withMessageContaining("sandlot.sandbox.guest.address")
                .withMessageEndingWith(address);
    }
}
