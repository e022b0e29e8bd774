package org.galley.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as its difference from another one: how many characters at either end are the same, and the text between.
 *
 * <p>Most of what is stored is a paragraph in which somebody changed a few words next to each other, so one stretch is enough. It never
 * parts a surrogate pair, of which a database could not keep one half.
 *
 * @param head characters at the beginning that are the same, in UTF-16 code units
 * @param tail the same of the end; both together are no longer than either text
 * @param between what the text has there instead
 */
record TextDifference(int head, int tail, String between) {
    private static final Pattern STORED = Pattern.compile("([0-9]{1,9}) ([0-9]{1,9}) (.*)", Pattern.DOTALL);

    static TextDifference between(String base, String text) {
        int shorter = Math.min(base.length(), text.length());
        int head = 0;
        while (head < shorter && base.charAt(head) == text.charAt(head)) {
            head++;
        }
        if (head > 0 && Character.isHighSurrogate(text.charAt(head - 1))) {
            head--;
        }
        int tail = 0;
        while (tail < shorter - head
                && base.charAt(base.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
            tail++;
        }
        if (tail > 0 && Character.isLowSurrogate(text.charAt(text.length() - tail))) {
            tail--;
        }
        return new TextDifference(head, tail, text.substring(head, text.length() - tail));
    }

    /**
     * The text, out of the one that it differs from.
     *
     * @throws IllegalArgumentException if that is too short to be it
     */
    String from(String base) {
        if (head + tail > base.length()) {
            throw new IllegalArgumentException("no difference from that text");
        }
        return base.substring(0, head) + between + base.substring(base.length() - tail);
    }

    /** As it is kept. */
    String stored() {
        return head + " " + tail + " " + between;
    }

    /** @throws IllegalArgumentException if that is none */
    static TextDifference read(String stored) {
        Matcher parts = STORED.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no difference from a text");
        }
        return new TextDifference(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3));
    }
}
