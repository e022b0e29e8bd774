package org.galley.notification;

import java.time.Instant;

/**
 * What there is to tell, before it is known to whom.
 *
 * @param article the article's number, or null
 * @param subject the headline, or what else it is about
 * @param actor username of whoever did it; null for the clock and for what happens by itself
 * @param note what was said, or null
 * @param path the place in Galley that it leads to, from the context root
 * @param comment the comment's number, or null if it is about none
 */
record News(
        NotificationKind kind,
        Long article,
        String subject,
        String actor,
        Instant at,
        String note,
        String path,
        Long comment) {
    private static final int LONGEST_NOTE = 300;
    private static final int LONGEST_SUBJECT = 300;

    News {
        subject = cut(subject, LONGEST_SUBJECT);
        note = cut(note, LONGEST_NOTE);
    }

    /** News of anything but a comment. */
    News(NotificationKind kind, Long article, String subject, String actor, Instant at, String note, String path) {
        this(kind, article, subject, actor, at, note, path, null);
    }

    /** Whether it is of a comment whose words were taken back since. */
    boolean isTakenBack() {
        return comment != null && note == null;
    }

    private static String cut(String text, int most) {
        if (text == null || text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
