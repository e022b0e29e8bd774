package org.galley.notification;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a person wants to be told.
 *
 * @param inPage the kinds that are shown in the page
 * @param byMail the kinds that are sent by mail
 * @param mode when mail is sent
 * @param address where to, or empty
 * @param sections keys of the sections of which they approve stories; empty for all
 */
public record Wishes(
        Set<NotificationKind> inPage, Set<NotificationKind> byMail, MailMode mode, String address, Set<String> sections)
        implements Serializable {

    public Wishes {
        inPage = Set.copyOf(inPage);
        byMail = Set.copyOf(byMail);
        sections = Set.copyOf(sections);
        address = address == null ? "" : address.strip();
    }

    /** Everything in the page, no mail. */
    static final Wishes STANDARD = new Wishes(
            EnumSet.allOf(NotificationKind.class), EnumSet.allOf(NotificationKind.class), MailMode.OFF, "", Set.of());

    boolean wantsInPage(NotificationKind kind) {
        return inPage.contains(kind);
    }

    boolean wantsMail(NotificationKind kind) {
        return mode != MailMode.OFF && !address.isEmpty() && byMail.contains(kind);
    }

    boolean approvesIn(String section) {
        return sections.isEmpty() || sections.contains(section);
    }
}
