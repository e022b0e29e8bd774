package org.galley.story;

import java.util.Arrays;

/**
 * Whether an article carries ads, and if not, why. The reason is for the desk; readers only see that there is no ad.
 *
 * <p>The order is that in which two people's different reasons are weighed when they meet: the first off one stands.
 */
public enum Advertising {
    /** Slots stand where the layout has them. */
    ON("on"),
    /** No ads, as the story tells of harm or grief. */
    SENSITIVE("sensitive"),
    /** No ads, as the whole story was paid for. */
    SPONSORED("sponsored"),
    /** No ads, for any other reason. */
    OFF("off");

    private final String key;

    Advertising(String key) {
        this.key = key;
    }

    /** The name in the API and in stored layouts. */
    public String key() {
        return key;
    }

    /** Whether readers get the layout's slots. */
    public boolean isOn() {
        return this == ON;
    }

    /** @throws IllegalArgumentException if there is no such key */
    public static Advertising ofKey(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("advertising is not " + key));
    }
}
