package org.galley.web.notifications;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.notification.MailMode;
import org.galley.notification.NotificationKind;
import org.galley.notification.Notifications;
import org.galley.notification.Wishes;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Texts;

/** How the person wants to be told, as it stands in the form. */
@Named
@ViewScoped
public class WishesForm implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private Notifications notifications;

    @Inject
    private Sections sections;

    @Inject
    private Caller caller;

    @Inject
    private Texts texts;

    private final LinkedHashMap<String, Boolean> inPage = new LinkedHashMap<>();
    private final LinkedHashMap<String, Boolean> byMail = new LinkedHashMap<>();
    private final HashMap<String, String> problems = new HashMap<>();
    private String mode;
    private String address;
    private List<String> chosen = new ArrayList<>();
    private String done;

    @PostConstruct
    void load() {
        Wishes wishes = notifications.wishes();
        for (NotificationKind kind : kinds()) {
            inPage.put(kind.key(), wishes.inPage().contains(kind));
            byMail.put(kind.key(), wishes.byMail().contains(kind));
        }
        mode = wishes.mode().key();
        address = wishes.address();
        chosen = new ArrayList<>(wishes.sections());
    }

    /** The kinds that can concern this person. */
    private List<NotificationKind> kinds() {
        return Arrays.stream(NotificationKind.values())
                .filter(kind -> switch (kind) {
                    case SUBMITTED -> caller.has(Right.APPROVE);
                    case DEAD_LETTER -> caller.has(Right.ADMINISTER);
                    case ASSIGNED, SENT_BACK, APPROVED, PUBLISHED, COMMENT -> caller.has(Right.WRITE_OWN);
                    case HELD, VOIDED, MENTION -> true;
                })
                .toList();
    }

    public void save() {
        done = null;
        problems.clear();
        Wishes before = notifications.wishes();
        try {
            notifications.wish(new Wishes(
                    wanted(inPage, before.inPage()),
                    wanted(byMail, before.byMail()),
                    MailMode.ofKey(mode).orElse(MailMode.OFF),
                    address,
                    Set.copyOf(chosen)));
            done = texts.of("notifications", "saved");
        } catch (RefusedException e) {
            e.fields().forEach(field -> problems.put(field.field(), field.message()));
        }
    }

    /** What is not on this form stays as it was. */
    private static Set<NotificationKind> wanted(Map<String, Boolean> boxes, Set<NotificationKind> before) {
        Set<NotificationKind> kinds = EnumSet.noneOf(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            Boolean box = boxes.get(kind.key());
            if (box == null ? before.contains(kind) : box) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    public List<String> getKeys() {
        return List.copyOf(inPage.keySet());
    }

    public Map<String, Boolean> getInPage() {
        return inPage;
    }

    public Map<String, Boolean> getByMail() {
        return byMail;
    }

    public Map<String, String> getProblems() {
        return problems;
    }

    public boolean isMailOn() {
        return notifications.isMailOn();
    }

    public boolean isApprover() {
        return caller.has(Right.APPROVE);
    }

    public List<SectionName> getSections() {
        return sections.all();
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = new ArrayList<>(chosen);
    }

    public String getMode() {
        return mode;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getDone() {
        return done;
    }
}
