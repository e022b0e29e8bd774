package org.galley.search.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.galley.search.Highlight;

/**
 * A few words of a text around those that were searched for, within one of its lines: what stands above or below, such as the names
 * of people, says nothing of the place.
 */
final class Excerpt {
    /** Characters before the first place, and altogether. */
    private static final int BEFORE = 60;

    private static final int LONGEST = 200;

    private Excerpt() {}

    /**
     * The words around the first place in the line that has the most of the words; of several such lines the first.
     *
     * @param marked a text of lines with its found words between {@link Highlight#START} and {@link Highlight#STOP}
     * @return with the marks; empty if there are none
     */
    static String of(String marked) {
        String best = "";
        int most = 0;
        for (String line : marked.split("\n", -1)) {
            int words = words(line);
            if (words > most) {
                most = words;
                best = line;
            }
        }
        return most == 0 ? "" : cut(best.strip());
    }

    /** How many different words are marked. */
    private static int words(String line) {
        Set<String> words = new HashSet<>();
        int start = line.indexOf(Highlight.START);
        while (start >= 0) {
            int stop = line.indexOf(Highlight.STOP, start);
            if (stop < 0) {
                break;
            }
            words.add(line.substring(start + 1, stop).toLowerCase(Locale.ROOT));
            start = line.indexOf(Highlight.START, stop);
        }
        return words.size();
    }

    private static String cut(String line) {
        int first = line.indexOf(Highlight.START);
        int from = first <= BEFORE ? 0 : Math.min(first, line.indexOf(' ', first - BEFORE) + 1);
        int to = Math.min(line.length(), from + LONGEST);
        if (to < line.length()) {
            int space = line.lastIndexOf(' ', to);
            to = space > first ? space : to;
        }
        int lastStart = line.lastIndexOf(Highlight.START, to - 1);
        if (lastStart > line.lastIndexOf(Highlight.STOP, to - 1)) {
            to = line.indexOf(Highlight.STOP, lastStart) + 1;
        }
        return (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
    }
}
