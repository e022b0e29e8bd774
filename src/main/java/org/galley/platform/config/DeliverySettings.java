package org.galley.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What an installation may set about what it sends to others; {@code configuration.md} lists the same keys. */
@ApplicationScoped
public class DeliverySettings {
    private static final int MOST_TRIES = 50;

    @Inject
    Config config;

    /**
     * Networks that are private and may be sent to all the same, as addresses or in CIDR notation; {@code
     * galley.webhooks.private-addresses}, with commas between, by default none.
     */
    public List<String> privateAddresses() {
        return text("galley.webhooks.private-addresses")
                .map(text -> List.of(text.strip().split("\\s*,\\s*")))
                .orElseGet(List::of);
    }

    /**
     * How often an event is tried before it is a dead letter; {@code galley.webhooks.tries}, by default 15, which with the default
     * pauses takes about a day.
     *
     * @throws IllegalStateException if it is no whole number from 1 to 50
     */
    public int webhookTries() {
        return tries("galley.webhooks.tries", 15);
    }

    /** The pause after the first failure, doubled with each further one; {@code galley.webhooks.backoff}, by default 5 seconds. */
    public Duration webhookBackoff() {
        return duration("galley.webhooks.backoff", Duration.ofSeconds(5));
    }

    /** How long one try may take in all; {@code galley.webhooks.timeout}, by default 10 seconds. */
    public Duration webhookTimeout() {
        return duration("galley.webhooks.timeout", Duration.ofSeconds(10));
    }

    /** For how long the log of what was delivered, and dead letters, are kept; {@code galley.webhooks.keep}, by default 30 days. */
    public Duration webhookKeep() {
        return duration("galley.webhooks.keep", Duration.ofDays(30));
    }

    private int tries(String key, int otherwise) {
        String given = text(key).orElse(String.valueOf(otherwise)).strip();
        if (!given.matches("[1-9][0-9]?") || Integer.parseInt(given) > MOST_TRIES) {
            throw new IllegalStateException(key + " is no whole number from 1 to " + MOST_TRIES + ": " + given);
        }
        return Integer.parseInt(given);
    }

    private Duration duration(String key, Duration otherwise) {
        Optional<String> given = text(key).map(String::strip);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(given.get());
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw new IllegalStateException(key + " is no duration such as PT10S: " + given.get(), e);
        }
        throw new IllegalStateException(key + " is not longer than nothing: " + given.get());
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
