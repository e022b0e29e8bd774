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
        List<Run> joined = new ArrayList<>(given.size());
        for (Run run : given) {
            append(joined, run.withText(PlainText.characters(run.text())));
        }
        List<Run> composed = new ArrayList<>(joined.size());
        joined.forEach(run -> append(composed, run.withText(Normalizer.normalize(run.text(), Normalizer.Form.NFC))));
        return List.copyOf(collapse(composed));
    }

    /** Collapses white space over run borders; the space stays with the run in which it was first seen. */
    private static List<Run> collapse(List<Run> given) {
        List<Run> out = new ArrayList<>(given.size());
        Run spaceFrom = null;
        int breaks = 0;
        Run breakFrom = null;
        for (Run run : given) {
            StringBuilder kept = new StringBuilder();
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
                    boolean started = !out.isEmpty() || kept.length() > 0;
                    if (started && breaks > 0) {
                        flush(out, run, kept);
                        append(out, breakFrom.withText("\n".repeat(breaks)));
                    } else if (started && spaceFrom != null) {
                        flush(out, run, kept);
                        append(out, spaceFrom.withText(" "));
                    }
                    breaks = 0;
                    breakFrom = null;
                    spaceFrom = null;
                    kept.append(c);
                }
            }
            flush(out, run, kept);
        }
        return out;
    }

    private static void flush(List<Run> out, Run look, StringBuilder text) {
        append(out, look.withText(text.toString()));
        text.setLength(0);
    }

    private static void append(List<Run> out, Run run) {
        if (run.text().isEmpty()) {
            return;
        }
        int last = out.size() - 1;
        if (last >= 0 && out.get(last).looksLike(run)) {
            out.set(last, run.withText(out.get(last).text() + run.text()));
        } else {
            out.add(run);
        }
    }
}
