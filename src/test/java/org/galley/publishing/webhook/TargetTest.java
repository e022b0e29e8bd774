package org.galley.publishing.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void an_address_is_taken_apart() throws Exception {
        assertThat(Target.parse("https://example.org")).isEqualTo(new Target(true, "example.org", 443, "/"));
        assertThat(Target.parse("HTTPS://example.org:8443/a%20b?c=d"))
                .isEqualTo(new Target(true, "example.org", 8443, "/a%20b?c=d"));
        assertThat(Target.parse("http://[::1]:80/x").authority()).isEqualTo("[::1]");
        assertThat(Target.parse("https://example.org:8443").authority()).isEqualTo("example.org:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://",
                "https:///x",
                "https://user:secret@example.org/",
                "https://example.org/#part",
                "https://exämple.org/",
                "https://example.org/ä",
                "https://example.org/a b",
                "https://example.org/\r\nX: y",
                "https://example.org:0/",
                "https://example.org:70000/"
            })
    void what_is_no_address_of_a_receiver_is_refused_in_words(String url) {
        assertThatThrownBy(() -> Target.parse(url))
                .isInstanceOf(UnfitAddress.class)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/latest/",
                "https://0/"
            })
    void a_private_address_is_refused_however_it_is_written(String url) {
        assertThatThrownBy(() -> Target.parse(url).resolve(new AddressRule(List.of()), InetAddress::getAllByName))
                .isInstanceOf(UnfitAddress.class);
    }

    @Test
    void without_tls_only_private_addresses_are_sent_to_that_were_allowed() throws Exception {
        AddressRule rule = new AddressRule(List.of("127.0.0.1"));
        assertThat(Target.parse("http://127.0.0.1:8099/").resolve(rule, InetAddress::getAllByName))
                .hasSize(1);
        assertThatThrownBy(() -> Target.parse("http://93.184.216.34/").resolve(rule, InetAddress::getAllByName))
                .isInstanceOf(UnfitAddress.class)
                .hasMessageContaining("https");
    }
}
