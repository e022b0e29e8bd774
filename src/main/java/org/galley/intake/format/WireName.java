package org.galley.intake.format;

import java.time.Instant;
import java.util.Objects;

/**
 * The name by which a sender knows an item, whichever version of it this is.
 *
 * @param id the item's own, such as a URI; never empty
 * @param version as the sender counts; empty if it does not
 * @param at when the sender made this version; null if it does not say
 * @param formerId by which earlier versions of it may have come; empty if there is none
 */
public record WireName(String id, String version, Instant at, String formerId) {
    private static final int LONGEST_ID = 2_000;
    private static final int LONGEST_VERSION = 100;

    public WireName {
        Objects.requireNonNull(id, "id");
        id = cut(id.strip(), LONGEST_ID);
        if (id.isBlank()) {
            throw new IllegalArgumentException("an item without a name has no WireName");
        }
        version = version == null ? "" : cut(version.strip(), LONGEST_VERSION);
        formerId = cut(formerId.strip(), LONGEST_ID);
    }

    public WireName(String id, String version, Instant at) {
        this(id, version, at, "");
    }

    /** Without the character that no text in PostgreSQL has. */
    private static String cut(String given, int most) {
        String text = given.replace("\0", "");
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** The name, or null if there is no id. */
    static WireName of(String id, String version, Instant at) {
        return id == null || cut(id, LONGEST_ID).isBlank() ? null : new WireName(id, version, at);
    }

    /** The same name of an item that had another one before. */
    WireName formerly(String other) {
        return new WireName(id, version, at, other);
    }

    /**
     * Whether this version is older than another one of the same item, as far as both say: by their numbers, or else by their
     * times; versions that say neither are taken in the order in which they come.
     */
    public boolean isOlderThan(WireName other) {
        boolean counted = isNumber(version) && isNumber(other.version);
        if (counted && !version.equals(other.version)) {
            return Long.parseLong(version) < Long.parseLong(other.version);
        }
        return at != null && other.at != null && at.isBefore(other.at);
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }
}
