package org.galley.intake.text;

import java.util.Objects;

/**
 * Says why an input cannot become a story, in words for the person who brought it.
 *
 * <p>The message never repeats any of the input: it may be shown, logged and sent over the API as it is.
 */
public final class IntakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** Refuses an input for the given reason; the message is the problem's own English message. */
    public IntakeException(Problem problem) {
        super(Objects.requireNonNull(problem, "problem").message());
        this.problem = problem;
    }

    /** The reason; never null. */
    public Problem problem() {
        return problem;
    }

    /** The reasons to refuse an input; the constants' names and {@link #key()} are stable. */
    public enum Problem {
        /** Nothing at all, or white space only. */
        EMPTY("empty", "There is no text. Paste the story or choose a file that is not empty."),
        /** Not text: a picture, an archive, an office or PDF document, or a stream of control characters. */
        BINARY("binary", "This is not a plain text file. Save the story as plain text (.txt) and try again."),
        /** More than {@link WireText#MAX_BYTES}. */
        TOO_LARGE("too-large", "The text is larger than 1 MiB. Import one story at a time."),
        /** More than {@link WireText#MAX_LINES}. */
        TOO_MANY_LINES("too-many-lines", "The text has more than 20,000 lines. Import one story at a time."),
        /** Characters, but nothing that could be a headline: no letter and no digit outside stamps and placeholders. */
        NO_TEXT("no-text", "No story was found in this text: it has no headline and no paragraph.");

        private final String key;
        private final String message;

        Problem(String key, String message) {
            this.key = key;
            this.message = message;
        }

        /** A stable key in kebab case, for resource bundles and problem types. */
        public String key() {
            return key;
        }

        /** What happened and what to do, in English. */
        public String message() {
            return message;
        }
    }
}
