package org.galley.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private static final Set<String> PROXIES = Set.of("10.0.0.1", "10.0.0.2");

    @Test
    void without_a_trusted_proxy_the_header_is_not_believed() {
        assertThat(ClientAddress.of("203.0.113.9", "198.51.100.1", PROXIES)).isEqualTo("203.0.113.9");
        assertThat(ClientAddress.of("10.0.0.1", "198.51.100.1", Set.of())).isEqualTo("10.0.0.1");
    }

    @Test
    void a_trusted_proxy_names_the_client() {
        assertThat(ClientAddress.of("10.0.0.1", "198.51.100.1", PROXIES)).isEqualTo("198.51.100.1");
    }

    @Test
    void what_the_client_wrote_into_the_header_itself_is_passed_over() {
        assertThat(ClientAddress.of("10.0.0.1", "192.0.2.7, 198.51.100.1, 10.0.0.2", PROXIES))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void without_the_header_the_proxy_itself_counts() {
        assertThat(ClientAddress.of("10.0.0.1", "", PROXIES)).isEqualTo("10.0.0.1");
        assertThat(ClientAddress.of("10.0.0.1", "10.0.0.2", PROXIES)).isEqualTo("10.0.0.2");
    }
}
