package org.galley.article;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something in a story that somebody should look at.
 *
 * @param kind what it is about
 * @param block id of the block that it is in; null if it is in the header
 * @param words what to show of it, such as the repeated word; may be empty
 * @param blocks whether this installation lets no story be submitted or approved with it
 */
public record StoryCheck(Kind kind, String block, String words, boolean blocks) implements Serializable {

    /** What is looked for; the keys are those of the setting {@code galley.checks.blockers}. */
    public enum Kind {
        /** A picture that says nothing to those who do not see it. */
        MISSING_ALTERNATIVE,
        /** A headline that search results and phones cut off. */
        LONG_HEADLINE,
        EMPTY_STANDFIRST,
        /** A text in other letters than those of the story's language, by which readers get its direction; its words name the language. */
        LANGUAGE_MISMATCH,
        /** A link on no letter or digit, or an embed that leads nowhere. */
        LINK_WITHOUT_TEXT,
        /** The same word twice in a row. */
        REPEATED_WORD,
        UNATTRIBUTED_QUOTE,
        /** What a plugin's check found; its words are what it says. */
        HOUSE;

        /** The kind's name in settings and messages: lower case with hyphens. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key.strip()))
                    .findFirst();
        }
    }
}
