package org.galley.intake.text;

import java.util.List;
import org.galley.intake.text.Cleaning.Line;

/**
 * Decides from the evidence of the whole text which lines run on into the next one.
 *
 * <p>Three kinds of text arrive: a line for each paragraph; lines filled to a column, as mail and old wires do; lines
 * broken by hand anywhere. What tells them apart:
 *
 * <ul>
 *   <li>almost every line of the first kind ends a sentence, and its lines may be long;
 *   <li>in the second kind the next line's first word never fits on the line before, except after a paragraph's last line;
 *   <li>in the third kind many lines begin in lower case.
 * </ul>
 */
final class LineWrap {
    /** No tool wraps wider than this; longer lines are paragraphs. */
    private static final int WIDEST = 120;

    /** Texts are not wrapped to columns narrower than this; lines all shorter than that are a list. */
    private static final int NARROWEST = 40;

    /** With two spaces between sentences cleaned to one, filled lines look this much shorter than they were. */
    private static final int SLACK = 3;

    /** A block contradicts the rest of the text only with this many pairs of lines. */
    private static final int CLEAR = 6;

    private enum Mode {
        LINE_PER_PARAGRAPH,
        FILLED,
        BY_HAND,
        TOO_FEW_TO_TELL
    }

    private static final String BULLETS = "•‣▪●◦";

    private final List<Line> lines;
    private final boolean[] body;
    private final boolean[] continues;
    private final int width;
    private Mode usual = Mode.LINE_PER_PARAGRAPH;

    private LineWrap(List<Line> lines, boolean[] body) {
        this.lines = lines;
        this.body = body;
        this.continues = new boolean[lines.size()];
        this.width = width();
        decide();
    }

    /**
     * Looks at the lines of a body.
     *
     * @param body for each line, whether it is text of the body
     */
    static LineWrap of(List<Line> lines, boolean[] body) {
        return new LineWrap(lines, body);
    }

    /** Whether the paragraph of the line at this index goes on with the next line. */
    boolean continues(int index) {
        return continues[index];
    }

    /** Whether the lines of this text are filled, and this one so far that the next line's first word had no room. */
    boolean isFilledTo(String line, String next) {
        return usual == Mode.FILLED && isFull(line, next);
    }

    private boolean isFull(String line, String next) {
        return width >= NARROWEST
                && length(line) <= WIDEST
                && length(line) + 1 + Sentences.firstWordLength(next) > width - SLACK;
    }

    /** Joins the parts of a paragraph; a compound that was broken after its hyphen gets no space. */
    static void join(StringBuilder paragraph, String next) {
        int end = paragraph.length();
        boolean hyphen = end > 1
                && (paragraph.charAt(end - 1) == '-' || paragraph.charAt(end - 1) == '\u2010')
                && Character.isLetter(paragraph.charAt(end - 2))
                && Sentences.startsInLowerCase(next)
                && !startsWithConjunction(next);
        boolean ideographs =
                Character.isIdeographic(paragraph.codePointBefore(end)) && Character.isIdeographic(next.codePointAt(0));
        if (!hyphen && !ideographs) {
            paragraph.append(' ');
        }
        paragraph.append(next);
    }

    /** "pre- and post-war", "Vor- und Nachteile": there the hyphen ends a word. */
    private static boolean startsWithConjunction(String next) {
        return switch (next.substring(0, Sentences.firstWordLength(next))) {
            case "and", "or", "to", "und", "oder", "bis", "et", "ou", "і", "й", "та", "або", "и", "или" -> true;
            default -> false;
        };
    }

    private boolean isPair(int i) {
        return i + 1 < body.length && body[i] && body[i + 1];
    }

    private int width() {
        int widest = 0;
        for (int i = 0; i < body.length; i++) {
            String text = lines.get(i).text();
            // An address longer than the column stands out of it and says nothing.
            if (isPair(i) && length(text) <= WIDEST && text.indexOf(' ') > 0) {
                widest = Math.max(widest, length(text));
            }
        }
        return widest;
    }

    private void decide() {
        Evidence all = new Evidence();
        for (int i = 0; i < body.length; i++) {
            all.see(i);
        }
        usual = all.mode();
        for (int from = 0; from < body.length; from++) {
            if (!body[from]) {
                continue;
            }
            int to = from;
            Evidence block = new Evidence();
            boolean flush = false;
            boolean indented = false;
            for (; to < body.length && body[to]; to++) {
                block.see(to);
                flush |= !lines.get(to).indented();
                indented |= lines.get(to).indented();
            }
            boolean indentsParagraphs =
                    flush && indented && !isBullet(lines.get(from).text());
            Mode mode = block.contradicts(usual) ? block.mode() : usual;
            for (int i = from; i + 1 < to; i++) {
                continues[i] = continues(i, mode, indentsParagraphs);
            }
            from = to;
        }
    }

    private boolean continues(int i, Mode mode, boolean indentsParagraphs) {
        String line = lines.get(i).text();
        String next = lines.get(i + 1).text();
        boolean begins = (indentsParagraphs && lines.get(i + 1).indented()) || isBullet(next);
        if (begins || tooWide(line, next)) {
            return false;
        }
        boolean lower = Sentences.startsInLowerCase(next);
        boolean ended = Sentences.ends(line);
        return switch (mode) {
            case LINE_PER_PARAGRAPH -> false;
            case FILLED -> isFull(line, next) || (lower && !ended);
            case BY_HAND -> lower || !(ended && length(line) < width * 7 / 10);
            case TOO_FEW_TO_TELL -> !ended && (lower || (width >= NARROWEST + 15 && isFull(line, next)));
        };
    }

    private static boolean isBullet(String text) {
        return text.length() > 1 && (BULLETS.indexOf(text.charAt(0)) >= 0 || text.startsWith("* "));
    }

    private static boolean tooWide(String line, String next) {
        return length(line) > WIDEST || length(next) > WIDEST;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What the pairs of neighbouring lines in a stretch of the text tell. */
    private final class Evidence {
        private int pairs;
        private int longLines;
        private int ended;
        private int open;
        private int openAndFull;
        private int lower;

        void see(int i) {
            if (!isPair(i)) {
                return;
            }
            String line = lines.get(i).text();
            String next = lines.get(i + 1).text();
            if (tooWide(line, next)) {
                longLines++;
                return;
            }
            pairs++;
            if (Sentences.startsInLowerCase(next)) {
                lower++;
            }
            if (Sentences.ends(line)) {
                ended++;
            } else {
                open++;
                openAndFull += isFull(line, next) ? 1 : 0;
            }
        }

        Mode mode() {
            if (longLines > pairs || (ended * 10 >= pairs * 8 && lower * 10 <= pairs)) {
                return Mode.LINE_PER_PARAGRAPH;
            }
            if (pairs < 3) {
                return Mode.TOO_FEW_TO_TELL;
            }
            if (width >= NARROWEST && openAndFull * 10 >= open * 8 && open * 10 >= pairs * 3) {
                return Mode.FILLED;
            }
            return lower * 4 >= pairs ? Mode.BY_HAND : Mode.LINE_PER_PARAGRAPH;
        }

        boolean contradicts(Mode other) {
            boolean wrapped = lower * 2 >= pairs && ended * 10 <= pairs * 3;
            boolean notWrapped = ended == pairs && lower == 0;
            return pairs >= CLEAR && (other == Mode.LINE_PER_PARAGRAPH ? wrapped : notWrapped);
        }
    }
}
