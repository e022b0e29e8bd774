package org.galley.intake.text;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * The parts of a story as they were found in a plain text, for a person to check before they are saved.
 *
 * <p>All text is plain (not escaped), on one line, with single spaces.
 *
 * @param stamp when the story was filed, with the offset that the text names or the desk's zone had then; null if the
 *     text has none
 * @param headline never null or empty
 * @param readMinutes the reading time that the text claimed, in minutes; null if it claimed none
 * @param caption the picture's caption, the headline's text standing again; null if it does not
 * @param dateline the place at the head of one of the first paragraphs (where it also stays); null if there is none
 * @param pieces paragraphs and ad placeholders in the order of the text; may be empty
 * @param counts how many of what
 * @param notes what was recognised, left out and doubtful, by line
 */
public record Recognised(
        OffsetDateTime stamp,
        String headline,
        Integer readMinutes,
        String caption,
        String dateline,
        List<Piece> pieces,
        Counts counts,
        List<Note> notes) {

    public Recognised {
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(counts, "counts");
        pieces = List.copyOf(pieces);
        notes = List.copyOf(notes);
    }

    /** The texts of the paragraphs, in order. */
    public List<String> paragraphs() {
        return pieces.stream()
                .filter(TextParagraph.class::isInstance)
                .map(piece -> ((TextParagraph) piece).text())
                .toList();
    }

    /** The notes that the desk is asked to look at. */
    public List<Note> warnings() {
        return notes.stream().filter(Note::isWarning).toList();
    }

    /**
     * The figures of a recognised text.
     *
     * @param paragraphs number of paragraphs
     * @param words number of words in the paragraphs, as pieces between white space
     * @param placeholdersAbove ad placeholders before the first paragraph
     * @param placeholdersBetween ad placeholders after the first and before the last paragraph
     * @param placeholdersUnder ad placeholders after the last paragraph; all of them if there is no paragraph
     */
    public record Counts(
            int paragraphs, int words, int placeholdersAbove, int placeholdersBetween, int placeholdersUnder) {

        /** All ad placeholders. */
        public int placeholders() {
            return placeholdersAbove + placeholdersBetween + placeholdersUnder;
        }

        static Counts of(List<Piece> pieces) {
            int paragraphs = 0;
            int words = 0;
            int above = 0;
            int between = 0;
            int since = 0;
            for (Piece piece : pieces) {
                if (piece instanceof TextParagraph paragraph) {
                    if (paragraphs == 0) {
                        above = since;
                    } else {
                        between += since;
                    }
                    since = 0;
                    paragraphs++;
                    words += Sentences.words(paragraph.text());
                } else {
                    since++;
                }
            }
            return new Counts(paragraphs, words, above, between, since);
        }
    }
}
