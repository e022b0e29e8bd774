package org.galley.intake.text;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.galley.intake.text.AdLine.Look;
import org.galley.intake.text.Cleaning.Cleaned;
import org.galley.intake.text.Cleaning.Line;

/** One run over one text: gives every line its role, then puts the parts together. */
final class Recognition {
    /** The caption stands among the first lines of text after the headline. */
    private static final int CAPTION_LINES = 3;

    /** How far below the headline its repetition is looked for when a placeholder's neighbour is judged. */
    private static final int HEADING_LINES = 12;

    private static final int DATELINE_PARAGRAPHS = 3;

    private static final int MOST_HEADLINE_LINES = 3;

    /** Newspapers keep headlines under 100 characters; one of this length is rather a paragraph. */
    private static final int LONG_HEADLINE = 250;

    private static final String RULE = "-–—―_=*#~•·.+ ";

    private final ZoneId zone;
    private final Cleaned cleaned;
    private final List<Line> lines;
    private final Role[] roles;
    private final List<Note> notes = new ArrayList<>();
    private String headline;
    private String caption;

    Recognition(ZoneId zone, Cleaned cleaned) {
        this.zone = zone;
        this.cleaned = cleaned;
        this.lines = cleaned.lines();
        this.roles = new Role[lines.size()];
    }

    Recognised run() {
        markBlanksAndRules();
        markPlaceholders(-1);
        LabelLines labels = new LabelLines(zone, lines, roles, notes);
        labels.take();
        // Once it is known what stands above the body, "Advertisement" right under the headline shows as what it is.
        markPlaceholders(firstWords());
        LineWrap wrap = markHeadlineAndCaption();
        List<Piece> pieces = pieces(wrap);
        Recognised.Counts counts = Recognised.Counts.of(pieces);
        String dateline = dateline(pieces);
        if (dateline != null) {
            notes.add(Note.of(Note.Key.DATELINE, 0, dateline));
        }
        noteCounts(counts);
        notes.sort(Comparator.comparingInt(Note::line));
        return new Recognised(labels.stamp(), headline, labels.readMinutes(), caption, dateline, pieces, counts, notes);
    }

    private void markBlanksAndRules() {
        for (int i = 0; i < roles.length; i++) {
            Line line = lines.get(i);
            roles[i] = line.blank() ? Role.BLANK : Role.TEXT;
            if (isRule(line.text())) {
                roles[i] = Role.TAKEN;
                note(Note.Key.RULE_DROPPED, i, line.text());
            }
        }
    }

    private static boolean isRule(String text) {
        return text.length() >= 3 && text.chars().allMatch(c -> RULE.indexOf(c) >= 0) && !text.equals("...");
    }

    /**
     * Marks the lines that stand for an ad.
     *
     * @param top the line that is taken to be the headline, -1 if that is not known yet
     */
    private void markPlaceholders(int top) {
        String heading = top < 0 ? "" : Sentences.folded(lines.get(top).text());
        Look[] looks = new Look[roles.length];
        for (int i = 0; i < roles.length; i++) {
            looks[i] = roles[i] == Role.TEXT ? AdLine.look(lines.get(i).text()) : Look.NONE;
        }
        for (int i = 0; i < roles.length; i++) {
            if (looks[i] != Look.NONE) {
                boolean belowHeading = i > 0
                        && i <= top + HEADING_LINES
                        && Sentences.folded(lines.get(i - 1).text()).equals(heading);
                String before = belowHeading ? "" : neighbour(i - 1, looks);
                if (AdLine.isPlaceholder(looks[i], before, neighbour(i + 1, looks))) {
                    roles[i] = Role.PLACEHOLDER;
                }
            }
        }
    }

    private String neighbour(int i, Look[] looks) {
        boolean text = i >= 0 && i < roles.length && roles[i] == Role.TEXT && looks[i] == Look.NONE;
        return text ? lines.get(i).text() : "";
    }

    private int firstWords() {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.TEXT && lines.get(i).text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                return i;
            }
        }
        return -1;
    }

    private LineWrap markHeadlineAndCaption() {
        int first = firstHeadlineLine();
        headline = lines.get(first).text();
        roles[first] = Role.HEADLINE;
        extendHeadline(first, LineWrap.of(lines, bodyLines()));
        takeCaption(first);
        note(Note.Key.HEADLINE, first, headline);
        if (headline.length() > LONG_HEADLINE) {
            note(Note.Key.HEADLINE_LONG, first, headline.length());
        }
        return LineWrap.of(lines, bodyLines());
    }

    private int firstHeadlineLine() {
        int first = firstWords();
        if (first < 0) {
            first = Arrays.asList(roles).indexOf(Role.IMPOSSIBLE_STAMP);
        }
        if (first < 0) {
            throw new IntakeException(IntakeException.Problem.NO_TEXT);
        }
        return first;
    }

    /** In a text of filled lines a full first line runs on, if what stands together there is short and no sentence. */
    private void extendHeadline(int first, LineWrap wrap) {
        StringBuilder whole = new StringBuilder(headline);
        int end = first + 1;
        while (end < roles.length && roles[end] == Role.TEXT) {
            String previous = lines.get(end - 1).text();
            String next = lines.get(end).text();
            boolean again = Sentences.folded(next).equals(Sentences.folded(headline));
            if (again
                    || end - first >= MOST_HEADLINE_LINES
                    || Sentences.ends(previous)
                    || !wrap.isFilledTo(previous, next)) {
                return;
            }
            LineWrap.join(whole, next);
            end++;
        }
        if (end == first + 1 || whole.length() > LONG_HEADLINE || Sentences.ends(whole.toString())) {
            return;
        }
        Arrays.fill(roles, first, end, Role.HEADLINE);
        headline = whole.toString();
    }

    private void takeCaption(int first) {
        String wanted = Sentences.folded(headline);
        int seen = 0;
        for (int i = first + 1; i < roles.length && seen < CAPTION_LINES; i++) {
            if (roles[i] != Role.TEXT) {
                continue;
            }
            seen++;
            StringBuilder whole = new StringBuilder(lines.get(i).text());
            for (int end = i + 1; ; end++) {
                String candidate = whole.toString();
                if (Sentences.folded(candidate).equals(wanted)) {
                    Arrays.fill(roles, i, end, Role.CAPTION);
                    caption = candidate;
                    note(Note.Key.CAPTION, i, caption);
                    return;
                }
                boolean more = end < roles.length && roles[end] == Role.TEXT && end - i < MOST_HEADLINE_LINES;
                if (!more) {
                    break;
                }
                LineWrap.join(whole, lines.get(end).text());
            }
        }
    }

    private boolean[] bodyLines() {
        boolean[] body = new boolean[roles.length];
        for (int i = 0; i < roles.length; i++) {
            body[i] = roles[i] == Role.TEXT;
        }
        return body;
    }

    private List<Piece> pieces(LineWrap wrap) {
        List<Piece> pieces = new ArrayList<>();
        List<Piece> held = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int joined = 0;
        for (int i = 0; i < roles.length; i++) {
            switch (roles[i]) {
                case TEXT, IMPOSSIBLE_STAMP -> {
                    if (paragraph.isEmpty()) {
                        paragraph.append(lines.get(i).text());
                    } else {
                        LineWrap.join(paragraph, lines.get(i).text());
                        joined++;
                    }
                    boolean goesOn = wrap.continues(i) || sentenceGoesOnAfterPlaceholders(i);
                    if (!goesOn) {
                        pieces.add(new TextParagraph(paragraph.toString()));
                        paragraph.setLength(0);
                        pieces.addAll(held);
                        held.clear();
                    }
                }
                case PLACEHOLDER -> {
                    AdPlaceholder placeholder = new AdPlaceholder(lines.get(i).text());
                    if (paragraph.isEmpty()) {
                        pieces.add(placeholder);
                    } else {
                        held.add(placeholder);
                        note(Note.Key.PLACEHOLDER_IN_SENTENCE, i);
                    }
                }
                default -> {
                    // Blank lines and what was taken are between paragraphs, never in one.
                }
            }
        }
        if (joined > 0) {
            notes.add(Note.of(Note.Key.LINES_JOINED, 0, joined));
        }
        return pieces;
    }

    /** Whether only placeholders, and no blank line, stand between this line and the rest of its sentence. */
    private boolean sentenceGoesOnAfterPlaceholders(int i) {
        int next = i + 1;
        while (next < roles.length && roles[next] == Role.PLACEHOLDER) {
            next++;
        }
        return next > i + 1
                && next < roles.length
                && roles[i] == Role.TEXT
                && roles[next] == Role.TEXT
                && !Sentences.ends(lines.get(i).text())
                && Sentences.startsInLowerCase(lines.get(next).text());
    }

    /** Bylines and standfirsts may stand before the paragraph with the dateline. */
    private String dateline(List<Piece> pieces) {
        return pieces.stream()
                .filter(TextParagraph.class::isInstance)
                .limit(DATELINE_PARAGRAPHS)
                .flatMap(piece -> Dateline.of(((TextParagraph) piece).text()).stream())
                .findFirst()
                .orElse(null);
    }

    private void noteCounts(Recognised.Counts counts) {
        noteCount(Note.Key.PLACEHOLDERS_ABOVE, counts.placeholdersAbove());
        noteCount(Note.Key.PLACEHOLDERS_BETWEEN, counts.placeholdersBetween());
        noteCount(Note.Key.PLACEHOLDERS_UNDER, counts.placeholdersUnder());
        if (counts.paragraphs() == 0) {
            notes.add(Note.of(Note.Key.NO_PARAGRAPHS, 0));
        }
        if (cleaned.dropped() > 0) {
            notes.add(Note.of(Note.Key.INVISIBLE_DROPPED, cleaned.firstDropped(), cleaned.dropped()));
        }
        if (cleaned.damaged() > 0) {
            notes.add(Note.of(Note.Key.DAMAGED_CHARACTERS, cleaned.firstDamaged(), cleaned.damaged()));
        }
    }

    private void noteCount(Note.Key key, int count) {
        if (count > 0) {
            notes.add(Note.of(key, 0, count));
        }
    }

    private void note(Note.Key key, int i, Object... arguments) {
        notes.add(Note.of(key, lines.get(i).number(), arguments));
    }
}
