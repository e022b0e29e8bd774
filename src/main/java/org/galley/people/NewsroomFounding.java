package org.galley.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Writes a newsroom's first people and sections, all or none. */
@ApplicationScoped
@Transactional
public class NewsroomFounding {
    private static final String DEMO_PASSWORD = "demo";

    private static final List<String> DEMO_ACCOUNTS =
            List.of("journalist", "journalist2", "editor", "editor2", "admanager", "admin");

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

    /** Names of the demo newsroom's accounts that still have its password; empty if there are none. */
    List<String> openDemoAccounts() {
        return DEMO_ACCOUNTS.stream()
                .filter(name -> people.find(name).isPresent())
                .filter(name -> people.verify(name, DEMO_PASSWORD.toCharArray()).isPresent())
                .toList();
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
        people.addWithKnownPassword(username, displayName, DEMO_PASSWORD.toCharArray(), Set.of(role));
    }
}
