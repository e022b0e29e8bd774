package org.galley.intake.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Tells the desk one thing that was recognised, left out, or should be looked at.
 *
 * @param key what kind of thing; stable
 * @param arguments the parts of the message that come from the text, in the order of {@link Key}'s placeholders; plain
 *     text, not escaped
 * @param line 1-based line of the input that it is about; 0 if it is about the whole text
 */
public record Note(Key key, List<String> arguments, int line) {
    public Note {
        Objects.requireNonNull(key, "key");
        arguments = List.copyOf(arguments);
    }

    static Note of(Key key, int line, Object... arguments) {
        return new Note(key, Arrays.stream(arguments).map(String::valueOf).toList(), line);
    }

    /** The note in English; other languages take {@link Key#id()} and {@link #arguments()} to their bundle. */
    public String text() {
        String template = key.english;
        StringBuilder text = new StringBuilder(template.length() + 40);
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
                int argument = template.charAt(i + 1) - '0';
                text.append(argument < arguments.size() ? arguments.get(argument) : "");
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Whether the desk is asked to look at this. */
    public boolean isWarning() {
        return key.weight == Weight.WARNING;
    }

    /** How much attention a note asks for. */
    public enum Weight {
        /** A part of the story that was found. */
        RECOGNISED,
        /** Something of the input that is not in the story, with its text in the arguments. */
        DROPPED,
        /** Something that may have been understood wrongly. */
        WARNING
    }

    /** The kinds of note. Each says which arguments it has. */
    public enum Key {
        /** {0} the line, {1} the stamp in ISO form. */
        STAMP(Weight.RECOGNISED, "“{0}” is the story’s stamp: {1}."),
        /** {0} the line. */
        STAMP_WITHOUT_TIME(Weight.WARNING, "The stamp “{0}” names no time; 00:00 was taken."),
        /** {0} the line, {1} the date in ISO form. */
        STAMP_DAY_FIRST(Weight.WARNING, "In “{0}” the day was taken to come first: {1}."),
        /** {0} the line, {1} the date in ISO form. */
        STAMP_MONTH_FIRST(Weight.WARNING, "In “{0}” the month comes first, since no other date fits: {1}."),
        /** {0} the line, {1} the zone, {2} the stamp in ISO form. */
        STAMP_IN_GAP(Weight.WARNING, "The clocks of {1} skipped the time in “{0}”; {2} was taken."),
        /** {0} the line, {1} the zone, {2} the stamp in ISO form. */
        STAMP_IN_OVERLAP(
                Weight.WARNING, "The clocks of {1} showed the time in “{0}” twice; the first, {2}, was taken."),
        /** {0} the line, {1} the abbreviation, {2} the zone that was taken. */
        STAMP_ZONE_UNKNOWN(Weight.WARNING, "The zone “{1}” in “{0}” is not known; {2} was taken."),
        /** {0} the line, {1} the date in ISO form. */
        STAMP_WEEKDAY(Weight.WARNING, "The weekday in “{0}” is not that of {1}."),
        /** {0} the line. */
        STAMP_IMPOSSIBLE(
                Weight.WARNING,
                "“{0}” looks like a stamp, but there is no such date or time; it was left in the text."),
        /** {0} the line. */
        STAMP_REPEATED(Weight.DROPPED, "“{0}” is a further stamp and was left out."),
        /** No arguments. */
        STAMP_MISSING(Weight.WARNING, "No stamp was found."),
        /** {0} the line, {1} the minutes. */
        READING_TIME(Weight.RECOGNISED, "“{0}” is the reading time: {1} min."),
        /** {0} the line. */
        READING_TIME_REPEATED(Weight.DROPPED, "“{0}” is a further reading time and was left out."),
        /** {0} the headline. */
        HEADLINE(Weight.RECOGNISED, "“{0}” is the headline."),
        /** {0} the number of characters. */
        HEADLINE_LONG(Weight.WARNING, "The headline has {0} characters; perhaps the text begins without one."),
        /** {0} the caption. */
        CAPTION(Weight.RECOGNISED, "The headline stands again as “{0}”; it was taken as the picture’s caption."),
        /** {0} the place. */
        DATELINE(Weight.RECOGNISED, "The story has the dateline “{0}”; it was left in the text."),
        /** {0} how many. */
        PLACEHOLDERS_ABOVE(Weight.RECOGNISED, "Ad placeholders above the text: {0}."),
        /** {0} how many. */
        PLACEHOLDERS_BETWEEN(Weight.RECOGNISED, "Ad placeholders between the paragraphs: {0}."),
        /** {0} how many. */
        PLACEHOLDERS_UNDER(Weight.RECOGNISED, "Ad placeholders under the text: {0}."),
        /** No arguments. */
        PLACEHOLDER_IN_SENTENCE(
                Weight.WARNING,
                "An ad placeholder stood in the middle of a sentence; it was put under that paragraph."),
        /** {0} how many. */
        LINES_JOINED(Weight.RECOGNISED, "Lines that were wrapped inside paragraphs and joined: {0}."),
        /** {0} the line. */
        RULE_DROPPED(Weight.DROPPED, "“{0}” is a dividing line and was left out."),
        /** {0} how many. */
        INVISIBLE_DROPPED(Weight.DROPPED, "Control and invisible characters that were left out: {0}."),
        /** {0} how many. */
        DAMAGED_CHARACTERS(
                Weight.WARNING, "Characters that were damaged before they came here and show as \ufffd: {0}."),
        /** No arguments. */
        NO_PARAGRAPHS(Weight.WARNING, "There is a headline, but no paragraph.");

        private final Weight weight;
        private final String english;

        Key(Weight weight, String english) {
            this.weight = weight;
            this.english = english;
        }

        /** The stable key in kebab case, for resource bundles and the API, for example {@code stamp-without-time}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** How much attention notes of this kind ask for. */
        public Weight weight() {
            return weight;
        }
    }
}
