package org.galley.web.notifications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.galley.notification.Notifications;
import org.galley.people.Caller;
import org.galley.platform.config.GalleySettings;

/** What the bell in the frame shows before its module has asked anything. */
@Named
@RequestScoped
public class BellBean {
    @Inject
    private Notifications notifications;

    @Inject
    private GalleySettings settings;

    @Inject
    private Caller caller;

    private Long unread;

    public long getUnread() {
        if (unread == null) {
            unread = caller.account().isPresent() ? notifications.unread() : 0;
        }
        return unread;
    }

    public String getZone() {
        return settings.zone().getId();
    }
}
