package org.galley.people;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;

/**
 * A person as the rest of Galley sees them.
 *
 * @param username unique, lower case
 * @param displayName as in bylines
 * @param roles may be empty: then the person may do nothing
 */
public record Account(String username, String displayName, Set<Role> roles) implements Serializable {

    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean has(Right right) {
        return roles.stream().anyMatch(role -> role.grants(right));
    }

    /** Two letters to stand for the person on the screen. */
    public String initials() {
        String[] parts = displayName.strip().split("\\s+");
        String letters = parts.length > 1 ? first(parts[0]) + first(parts[parts.length - 1]) : displayName;
        return letters.substring(0, Math.min(2, letters.length())).toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
