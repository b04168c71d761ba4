package dev.sandlot.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,                         192.0.2.7",
        "192.0.2.7:51234,                   192.0.2.7",
        "' 192.0.2.7 ',                     192.0.2.7",
        "2001:db8:1:2:3:4:5:6,              20010db800010002/64",
        "2001:db8:1:2::1,                   20010db800010002/64",
        "2001:db8:1:3::1,                   20010db800010003/64",
        "[2001:db8:1:2::1]:443,             20010db800010002/64",
        "[2001:db8:1:2::1],                 20010db800010002/64",
        "2001:db8::1%eth0,                  20010db800000000/64",
        "::1,                               0000000000000000/64",
        "::ffff:192.0.2.7,                  192.0.2.7",
        "localhost,                         unknown address",
        "'',                                unknown address",
        "192.0.2.7.8,                       unknown address",
        "192.0.2.256,                       unknown address",
        "'192.0.2.7, 192.0.2.8',            unknown address",
        "<script>,                          unknown address",
        "[::1,                              unknown address"
    })
    void namesWhoeverIsBehindIt(String text, String name) {
        assertThat(ClientAddress.of(text)).isEqualTo(name);
    }
}
