package org.galley.intake.text;

/** What a line of the input is in the story. */
enum Role {
    BLANK,
    /** A line of a paragraph, or not decided yet. */
    TEXT,
    HEADLINE,
    CAPTION,
    PLACEHOLDER,
    /** Looks like a stamp but names no moment: stays in the text, but is no headline. */
    IMPOSSIBLE_STAMP,
    /** A stamp, a reading time or a dividing line: not part of the text. */
    TAKEN
}
