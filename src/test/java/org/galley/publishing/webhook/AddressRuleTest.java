package org.galley.publishing.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    private static final AddressRule STRICT = new AddressRule(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.175.48.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fdab::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1",
                "2001:db8::1",
                "2001::1",
                "100::1",
                "100:0:0:1::1",
                "2620:4f:8000::1",
                "3fff::1",
                "5f00::1",
                "5f00:ffff::1"
            })
    void what_only_this_server_can_reach_is_refused(String address) throws Exception {
        assertThat(STRICT.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::5"})
    void the_public_internet_is_allowed(String address) throws Exception {
        assertThat(STRICT.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_private_network_is_allowed_by_name_and_no_more_of_it() throws Exception {
        AddressRule rule = new AddressRule(List.of("10.1.0.0/16", "127.0.0.1", "fd00::/64"));
        assertThat(rule.allows(InetAddress.getByName("10.1.255.1"))).isTrue();
        assertThat(rule.allows(InetAddress.getByName("10.2.0.1"))).isFalse();
        assertThat(rule.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(rule.allows(InetAddress.getByName("127.0.0.2"))).isFalse();
        assertThat(rule.allows(InetAddress.getByName("fd00::5"))).isTrue();
        assertThat(rule.allows(InetAddress.getByName("fd00:0:0:1::5"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "", "::/129"})
    void a_setting_that_is_no_network_is_said_at_the_start(String setting) {
        assertThatThrownBy(() -> new AddressRule(List.of(setting)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("galley.webhooks.private-addresses");
    }
}
