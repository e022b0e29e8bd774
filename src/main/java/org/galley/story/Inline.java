package org.galley.story;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Inline text in canonical form: the same words, set the same way, are always the same list of runs.
 *
 * <p>Canonical means: neighbouring runs that are set alike are one run; no run is empty; text is NFC without control
 * characters; white space is collapsed to single spaces, with none at the ends or beside a line break. A
 * line break is a line feed in a run's text.
 *
 * <pre>{@code
 * Inline words = Inline.parse("Gusts of <b>41</b> metres");
 * words.html(); // Gusts of <strong>41</strong> metres
 * words.text(); // Gusts of 41 metres
 * }</pre>
 *
 * @param runs never null, immutable, canonical
 */
public record Inline(List<Run> runs) {
    public static final Inline EMPTY = new Inline(List.of());

    public Inline {
        runs = canonical(runs);
    }

    /** Text without any marks; line feeds are line breaks. */
    public static Inline of(String text) {
        return new Inline(List.of(Run.plain(text)));
    }

    /**
     * Reads inline HTML. Elements other than {@code strong em a[href] br sub sup s code} (and their old forms) are
     * unwrapped, scripts and styles dropped with their content, refused link targets unlinked.
     *
     * @param html anything; null counts as empty
     */
    public static Inline parse(String html) {
        return InlineHtml.parse(html);
    }

    /** Canonical HTML with {@code strong em a[href] br sub sup s code} only. */
    public String html() {
        return InlineHtml.print(this);
    }

    /** The words alone; a line break is a line feed. */
    public String text() {
        StringBuilder out = new StringBuilder();
        runs.forEach(run -> out.append(run.text()));
        return out.toString();
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    private static List<Run> canonical(List<Run> given) {
        Joined joined = new Joined();
        given.forEach(run -> joined.add(run, PlainText.characters(run.text())));
        Joined composed = new Joined();
        joined.runs().forEach(run -> composed.add(run, Normalizer.normalize(run.text(), Normalizer.Form.NFC)));
        return List.copyOf(collapse(composed.runs()));
    }

    /** Collapses white space over run borders; the space stays with the run in which it was first seen. */
    private static List<Run> collapse(List<Run> given) {
        Joined out = new Joined();
        Run spaceFrom = null;
        int breaks = 0;
        Run breakFrom = null;
        for (Run run : given) {
            for (int i = 0; i < run.text().length(); i++) {
                char c = run.text().charAt(i);
                if (c == '\n') {
                    breaks++;
                    if (breakFrom == null) {
                        breakFrom = run;
                    }
                    spaceFrom = null;
                } else if (c == ' ') {
                    if (breaks == 0 && spaceFrom == null) {
                        spaceFrom = run;
                    }
                } else {
                    if (breaks > 0 && !out.isEmpty()) {
                        out.add(breakFrom, "\n".repeat(breaks));
                    } else if (spaceFrom != null && !out.isEmpty()) {
                        out.add(spaceFrom, " ");
                    }
                    breaks = 0;
                    breakFrom = null;
                    spaceFrom = null;
                    out.add(run, c);
                }
            }
        }
        return out.runs();
    }

    /** Runs in the making; neighbours that are set alike become one, in time that grows with the length of the text only. */
    private static final class Joined {
        private final List<Run> done = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Run look;

        void add(Run like, String more) {
            if (!more.isEmpty()) {
                turnTo(like);
                text.append(more);
            }
        }

        void add(Run like, char more) {
            turnTo(like);
            text.append(more);
        }

        private void turnTo(Run like) {
            if (look == null || !look.looksLike(like)) {
                finish();
                look = like;
            }
        }

        private void finish() {
            if (text.length() > 0) {
                done.add(look.withText(text.toString()));
                text.setLength(0);
            }
        }

        boolean isEmpty() {
            return look == null;
        }

        List<Run> runs() {
            finish();
            return done;
        }
    }
}
