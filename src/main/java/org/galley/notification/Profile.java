package org.galley.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How one person wants to be told. What is switched off is kept, so that a kind that comes later is on. */
@Entity
@Table(name = "notification_profile")
class Profile {
    @Id
    private String username;

    @Column(name = "not_in_page")
    private String notInPage;

    @Column(name = "not_by_mail")
    private String notByMail;

    @Enumerated(EnumType.STRING)
    @Column(name = "mail_mode")
    private MailMode mode;

    private String address;
    private String sections;

    protected Profile() {}

    Profile(String username, Wishes wishes) {
        this.username = username;
        take(wishes);
    }

    final void take(Wishes wishes) {
        notInPage = without(wishes.inPage());
        notByMail = without(wishes.byMail());
        mode = wishes.mode();
        address = wishes.address();
        sections = wishes.sections().stream().sorted().collect(Collectors.joining(" "));
    }

    private static String without(Collection<NotificationKind> wanted) {
        return Arrays.stream(NotificationKind.values())
                .filter(kind -> !wanted.contains(kind))
                .map(NotificationKind::key)
                .collect(Collectors.joining(" "));
    }

    Wishes wishes() {
        return new Wishes(
                all(notInPage),
                all(notByMail),
                mode,
                address,
                Arrays.stream(sections.split(" ")).filter(key -> !key.isEmpty()).collect(Collectors.toSet()));
    }

    private static Set<NotificationKind> all(String without) {
        Set<NotificationKind> kinds = EnumSet.allOf(NotificationKind.class);
        Arrays.stream(without.split(" "))
                .forEach(key -> NotificationKind.ofKey(key).ifPresent(kinds::remove));
        return kinds;
    }
}
