package org.galley.revision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three streams of an article's timeline. */
public enum TimelineStream {
    TEXT,
    ADS,
    WORKFLOW;

    /** The name in addresses and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TimelineStream> ofKey(String key) {
        return Arrays.stream(values())
                .filter(stream -> stream.key().equals(key))
                .findFirst();
    }
}
