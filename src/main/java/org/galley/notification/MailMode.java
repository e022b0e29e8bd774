package org.galley.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a person is sent mail. */
public enum MailMode {
    OFF,
    /** Each on its own, as soon as it happens. */
    AT_ONCE,
    /** What happened in a day, in one mail each morning. */
    DAILY;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MailMode> ofKey(String key) {
        return Arrays.stream(values()).filter(mode -> mode.key().equals(key)).findFirst();
    }
}
