package org.galley.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is told of. */
public enum NotificationKind {
    /** A story is theirs to write. */
    ASSIGNED,
    /** A story waits for their approval. */
    SUBMITTED,
    /** Their story has to be changed. */
    SENT_BACK,
    /** Their story is approved. */
    APPROVED,
    /** Readers have their story. */
    PUBLISHED,
    /** Their story was not published at its time. */
    HELD,
    /** What was approved was changed. */
    VOIDED,
    /** Somebody commented on their story. */
    COMMENT,
    /** Somebody named them in a comment. */
    MENTION,
    /** Another system could not be told of a publication. */
    DEAD_LETTER;

    /** Whether it is about what somebody said in a comment. */
    public boolean isOfComment() {
        return this == COMMENT || this == MENTION;
    }

    /** The kind's name in settings, messages and the API: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<NotificationKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
