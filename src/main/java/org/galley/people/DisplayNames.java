package org.galley.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
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

    /** Several, one or more, as a sentence has them: "Ann, Ben and Cleo". */
    public String of(List<String> usernames) {
        List<String> names = usernames.stream().map(this::of).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** @param people who are asked, for tests */
    static DisplayNames of(People people) {
        DisplayNames names = new DisplayNames();
        names.people = people;
        return names;
    }
}
