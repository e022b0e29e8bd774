package org.galley.publishing.internal.page;

import java.util.Objects;

/**
 * Whether an article carries ads at all.
 *
 * @param off true if none is shown, whatever the layout holds
 * @param reason why not, for the desk; never shown to readers, as "sensitive" is the desk's word; empty when on
 */
public record AdSwitch(boolean off, String reason) {
    public static final AdSwitch ON = new AdSwitch(false, "");

    public AdSwitch {
        Objects.requireNonNull(reason, "reason");
    }

    public static AdSwitch off(String reason) {
        return new AdSwitch(true, reason);
    }
}
