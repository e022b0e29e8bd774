package org.galley.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** The names by which people know each other; in one request, each account is looked up once, however often its name is shown. */
@Named
@RequestScoped
public class DisplayNames {
    @Inject
    private People people;

    private final Map<String, String> known = new HashMap<>();

    /** The username itself of somebody without an active account. */
    public String of(String username) {
        return known.computeIfAbsent(
                username, name -> people.find(name).map(Account::displayName).orElse(name));
    }

    /** @param people who are asked, for tests */
    static DisplayNames of(People people) {
        DisplayNames names = new DisplayNames();
        names.people = people;
        return names;
    }
}
