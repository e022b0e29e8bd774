package org.galley.notification;

import java.util.Set;

/**
 * These people have something new to read, or have read it; fired in the transaction, so observe it {@code AFTER_SUCCESS}.
 *
 * @param usernames whose list is another one now
 */
public record NotificationsChanged(Set<String> usernames) {
    public NotificationsChanged {
        usernames = Set.copyOf(usernames);
    }
}
