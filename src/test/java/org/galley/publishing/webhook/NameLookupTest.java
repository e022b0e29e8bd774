package org.galley.publishing.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NameLookupTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch never = new CountDownLatch(1);
    private final Target target = new Target(true, "receiver.example", 443, "/");
    private final AddressRule rule = new AddressRule(List.of());

    @AfterEach
    void end() {
        never.countDown();
        threads.shutdownNow();
    }

    /** As the system's own lookup, which no interruption ends. */
    private InetAddress[] silent() {
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // It goes on waiting.
            }
        }
        return new InetAddress[0];
    }

    @Test
    @Timeout(30)
    void a_name_server_that_is_silent_is_not_waited_for_longer_than_a_delivery_may_take() {
        NameLookup lookup = new NameLookup(threads, host -> silent());
        assertThatThrownBy(() -> lookup.addresses(target, rule, Duration.ofMillis(200)))
                .isInstanceOf(UnfitAddress.class)
                .hasMessage("The host’s address was not found within 0.2 s.");
    }

    @Test
    void what_is_found_in_time_is_looked_at_as_before() throws Exception {
        InetAddress there = InetAddress.getByName("8.8.8.8");
        NameLookup found = new NameLookup(threads, host -> new InetAddress[] {there});
        assertThat(found.addresses(target, rule, LONG)).containsExactly(there);
        NameLookup inside =
                new NameLookup(threads, host -> new InetAddress[] {there, InetAddress.getByName("10.0.0.1")});
        assertThatThrownBy(() -> inside.addresses(target, rule, LONG))
                .isInstanceOf(UnfitAddress.class)
                .hasMessageContaining("private address");
        NameLookup none = new NameLookup(threads, host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> none.addresses(target, rule, LONG))
                .isInstanceOf(UnfitAddress.class)
                .hasMessage("The host is not known.");
    }
}
