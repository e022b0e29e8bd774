package org.galley.publishing.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the telling of one event to one subscriber is. */
public enum DeliveryState {
    /** To be tried, for the first time or again. */
    WAITING,
    /** The subscriber has it. */
    DELIVERED,
    /** It was tried as often as is allowed; only a person sends it again. */
    DEAD;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryState> ofKey(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }
}
