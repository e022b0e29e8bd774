package org.galley.workflow;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.people.People;
import org.galley.people.Right;

/** Finds the people whom a comment names: an {@code @} with the username of somebody who may see stories. */
@Dependent
class Mentions {
    /** An address for mail has letters before its sign, so it names nobody. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}._@-])@([A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?)");
    /** More people than that are told in another way. */
    private static final int MOST = 20;

    @Inject
    private People people;

    /** Their usernames in the order in which they are first named; whatever else follows an {@code @} is only text. */
    Set<String> in(String text) {
        Set<String> asked = new LinkedHashSet<>();
        Set<String> found = new LinkedHashSet<>();
        Matcher names = NAME.matcher(text);
        while (names.find() && found.size() < MOST) {
            String username = names.group(1).toLowerCase(Locale.ROOT);
            if (asked.add(username)) {
                people.find(username)
                        .filter(account -> account.has(Right.READ_STORIES))
                        .ifPresent(account -> found.add(account.username()));
            }
        }
        return found;
    }
}
