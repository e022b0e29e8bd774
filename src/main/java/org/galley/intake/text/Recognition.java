package org.galley.intake.text;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.galley.intake.text.AdLine.Look;
import org.galley.intake.text.Cleaning.Cleaned;
import org.galley.intake.text.Cleaning.Line;
import org.galley.intake.text.Note.Key;
import org.galley.intake.text.StampLine.Impossible;
import org.galley.intake.text.StampLine.NoStamp;
import org.galley.intake.text.StampLine.Reading;
import org.galley.intake.text.StampLine.Stamp;

/** One run over one text: gives every line its role, then puts the parts together. */
final class Recognition {
    /** Stamps stand among the first lines of a text that are not blank, or on the last. */
    private static final int HEAD_LINES = 6;

    /** The caption stands among the first lines of text after the headline. */
    private static final int CAPTION_LINES = 3;

    private static final int MOST_HEADLINE_LINES = 3;

    /** Newspapers keep headlines under 100 characters; one of this length is rather a paragraph. */
    private static final int LONG_HEADLINE = 250;

    private static final String RULE = "-–—―_=*#~•·.+ ";

    private enum Role {
        BLANK,
        TEXT,
        HEADLINE,
        CAPTION,
        PLACEHOLDER,
        IMPOSSIBLE_STAMP,
        /** A stamp, a reading time or a dividing line: not part of the text. */
        TAKEN
    }

    private final ZoneId zone;
    private final Cleaned cleaned;
    private final List<Line> lines;
    private final Role[] roles;
    private final List<Note> notes = new ArrayList<>();
    private OffsetDateTime stamp;
    private Integer readMinutes;
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
        markPlaceholders();
        markReadingTimes();
        markStamps();
        LineWrap wrap = markHeadlineAndCaption();
        List<Piece> pieces = pieces(wrap);
        Recognised.Counts counts = Recognised.Counts.of(pieces);
        String dateline = dateline(pieces);
        noteCounts(counts);
        notes.sort(Comparator.comparingInt(Note::line));
        return new Recognised(stamp, headline, readMinutes, caption, dateline, pieces, counts, notes);
    }

    private void markBlanksAndRules() {
        for (int i = 0; i < roles.length; i++) {
            Line line = lines.get(i);
            roles[i] = line.blank() ? Role.BLANK : Role.TEXT;
            if (isRule(line.text())) {
                roles[i] = Role.TAKEN;
                note(Key.RULE_DROPPED, i, line.text());
            }
        }
    }

    private static boolean isRule(String text) {
        return text.length() >= 3 && text.chars().allMatch(c -> RULE.indexOf(c) >= 0) && !text.equals("...");
    }

    private void markPlaceholders() {
        Look[] looks = new Look[roles.length];
        for (int i = 0; i < roles.length; i++) {
            looks[i] = roles[i] == Role.TEXT ? AdLine.look(lines.get(i).text()) : Look.NONE;
        }
        for (int i = 0; i < roles.length; i++) {
            String before = i > 0 && looks[i - 1] == Look.NONE ? neighbour(i - 1) : "";
            String after = i + 1 < roles.length && looks[i + 1] == Look.NONE ? neighbour(i + 1) : "";
            if (AdLine.isPlaceholder(looks[i], before, after)) {
                roles[i] = Role.PLACEHOLDER;
            }
        }
    }

    private String neighbour(int i) {
        return roles[i] == Role.TEXT ? lines.get(i).text() : "";
    }

    private void markReadingTimes() {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.TEXT) {
                OptionalInt minutes = ReadingTimeLine.read(lines.get(i).text());
                if (minutes.isPresent()) {
                    takeReadingTime(i, lines.get(i).text(), minutes.getAsInt());
                }
            }
        }
    }

    private void takeReadingTime(int i, String text, int minutes) {
        roles[i] = Role.TAKEN;
        if (readMinutes == null) {
            readMinutes = minutes;
            note(Key.READING_TIME, i, text, minutes);
        } else {
            note(Key.READING_TIME_REPEATED, i, text);
        }
    }

    private void markStamps() {
        List<Integer> head = new ArrayList<>();
        int last = -1;
        int seen = 0;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.TEXT) {
                last = i;
            }
            if (roles[i] != Role.BLANK && seen++ < HEAD_LINES && roles[i] == Role.TEXT) {
                head.add(i);
            }
        }
        for (int k = 0; k < head.size(); k++) {
            int i = head.get(k);
            boolean followed = k + 1 < head.size() && takeStampOnTwoLines(i, head.get(k + 1));
            if (followed) {
                k++;
            } else {
                takeStampOrLabels(i);
            }
        }
        if (stamp == null && last >= 0 && roles[last] == Role.TEXT) {
            takeStampOrLabels(last);
        }
        if (stamp == null) {
            notes.add(Note.of(Key.STAMP_MISSING, 0));
        }
    }

    /** Pages that are copied often give "04.12.2024" and "16:28", or "Published:" and the stamp, on lines of their own. */
    private boolean takeStampOnTwoLines(int i, int next) {
        String first = lines.get(i).text();
        String second = lines.get(next).text();
        Reading alone = StampLine.read(first);
        boolean wantsMore = alone instanceof NoStamp || (alone instanceof Stamp date && date.time() == null);
        if (!wantsMore || !(StampLine.read(first + " " + second) instanceof Stamp both)) {
            return false;
        }
        boolean addsTime = both.time() != null
                && (alone instanceof Stamp || (StampLine.read(second) instanceof Stamp date && date.time() == null));
        if (!addsTime && !first.endsWith(":")) {
            return false;
        }
        takeStamp(i, first + " " + second, both);
        roles[next] = Role.TAKEN;
        return true;
    }

    private void takeStampOrLabels(int i) {
        String text = lines.get(i).text();
        Reading reading = StampLine.read(text);
        if (reading instanceof Stamp read) {
            takeStamp(i, text, read);
        } else if (reading instanceof Impossible) {
            roles[i] = Role.IMPOSSIBLE_STAMP;
            note(Key.STAMP_IMPOSSIBLE, i, text);
        } else {
            takeLabels(i, text);
        }
    }

    /** "16:28 04.12.2024 | 3 min read" */
    private void takeLabels(int i, String text) {
        List<String> parts = Arrays.stream(text.split("[|·•]", 8))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        boolean all = parts.size() > 1
                && parts.stream()
                        .allMatch(part -> StampLine.read(part) instanceof Stamp
                                || ReadingTimeLine.read(part).isPresent());
        if (!all) {
            return;
        }
        for (String part : parts) {
            if (StampLine.read(part) instanceof Stamp read) {
                takeStamp(i, part, read);
            } else {
                takeReadingTime(i, part, ReadingTimeLine.read(part).getAsInt());
            }
        }
    }

    private void takeStamp(int i, String text, Stamp read) {
        roles[i] = Role.TAKEN;
        if (stamp == null) {
            stamp = Stamps.resolve(read, zone, text, lines.get(i).number(), notes);
        } else {
            note(Key.STAMP_REPEATED, i, text);
        }
    }

    private LineWrap markHeadlineAndCaption() {
        int first = firstHeadlineLine();
        headline = lines.get(first).text();
        roles[first] = Role.HEADLINE;
        takeCaption(first);
        LineWrap wrap = LineWrap.of(lines, bodyLines());
        if (caption == null && extendHeadline(first, wrap)) {
            takeCaption(first);
            wrap = LineWrap.of(lines, bodyLines());
        }
        note(Key.HEADLINE, first, headline);
        if (headline.length() > LONG_HEADLINE) {
            note(Key.HEADLINE_LONG, first, headline.length());
        }
        return wrap;
    }

    private int firstHeadlineLine() {
        int impossible = -1;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.TEXT && lines.get(i).text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                return i;
            }
            if (roles[i] == Role.IMPOSSIBLE_STAMP && impossible < 0) {
                impossible = i;
            }
        }
        if (impossible < 0) {
            throw new IntakeException(IntakeException.Problem.NO_TEXT);
        }
        return impossible;
    }

    /** In a text of filled lines a full first line runs on, if what stands together there is short and no sentence. */
    private boolean extendHeadline(int first, LineWrap wrap) {
        StringBuilder whole = new StringBuilder(headline);
        int end = first + 1;
        while (end < roles.length && roles[end] == Role.TEXT) {
            String previous = lines.get(end - 1).text();
            String next = lines.get(end).text();
            if (end - first >= MOST_HEADLINE_LINES || Sentences.ends(previous) || !wrap.isFull(previous, next)) {
                return false;
            }
            LineWrap.join(whole, next);
            end++;
        }
        if (end == first + 1 || whole.length() > LONG_HEADLINE || Sentences.ends(whole.toString())) {
            return false;
        }
        Arrays.fill(roles, first, end, Role.HEADLINE);
        headline = whole.toString();
        return true;
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
                    note(Key.CAPTION, i, caption);
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
                        note(Key.PLACEHOLDER_IN_SENTENCE, i);
                    }
                }
                default -> {
                    // Blank lines and what was taken are between paragraphs, never in one.
                }
            }
        }
        if (joined > 0) {
            notes.add(Note.of(Key.LINES_JOINED, 0, joined));
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

    private String dateline(List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece instanceof TextParagraph paragraph) {
                String place = Dateline.of(paragraph.text()).orElse(null);
                if (place != null) {
                    notes.add(Note.of(Key.DATELINE, 0, place));
                }
                return place;
            }
        }
        return null;
    }

    private void noteCounts(Recognised.Counts counts) {
        noteCount(Key.PLACEHOLDERS_ABOVE, counts.placeholdersAbove());
        noteCount(Key.PLACEHOLDERS_BETWEEN, counts.placeholdersBetween());
        noteCount(Key.PLACEHOLDERS_UNDER, counts.placeholdersUnder());
        if (counts.paragraphs() == 0) {
            notes.add(Note.of(Key.NO_PARAGRAPHS, 0));
        }
        if (cleaned.dropped() > 0) {
            notes.add(Note.of(Key.INVISIBLE_DROPPED, cleaned.firstDropped(), cleaned.dropped()));
        }
        if (cleaned.damaged() > 0) {
            notes.add(Note.of(Key.DAMAGED_CHARACTERS, cleaned.firstDamaged(), cleaned.damaged()));
        }
    }

    private void noteCount(Key key, int count) {
        if (count > 0) {
            notes.add(Note.of(key, 0, count));
        }
    }

    private void note(Key key, int i, Object... arguments) {
        notes.add(Note.of(key, lines.get(i).number(), arguments));
    }
}
