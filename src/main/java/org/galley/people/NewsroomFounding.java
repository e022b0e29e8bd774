package org.galley.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Writes a newsroom's first people and sections, all or none. */
@ApplicationScoped
@Transactional
public class NewsroomFounding {
    private static final String DEMO_PASSWORD = "demo";

    @Inject
    private People people;

    @Inject
    private Sections sections;

    boolean isNeeded() {
        return people.isEmpty();
    }

    /** The demo newsroom of the README: six accounts with the password {@code demo}. */
    void demo() {
        addSections();
        add("journalist", "Demo Journalist", Role.JOURNALIST);
        add("journalist2", "Second Journalist", Role.JOURNALIST);
        add("editor", "Demo Editor", Role.EDITOR);
        add("editor2", "Second Editor", Role.EDITOR);
        add("admanager", "Demo Ad Manager", Role.AD_MANAGER);
        add("admin", "Demo Administrator", Role.ADMINISTRATOR);
    }

    void administrator(String password) {
        addSections();
        people.add("admin", "Administrator", password.toCharArray(), Set.of(Role.ADMINISTRATOR));
    }

    private void addSections() {
        sections.add("world", "World");
        sections.add("economy", "Economy");
        sections.add("culture", "Culture");
        sections.add("sport", "Sport");
    }

    private void add(String username, String displayName, Role role) {
        people.add(username, displayName, DEMO_PASSWORD.toCharArray(), Set.of(role));
    }
}
