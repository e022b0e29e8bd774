package org.galley.people;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person is in the newsroom, and thereby may do; whatever is not named here is denied. */
public enum Role {
    JOURNALIST(EnumSet.of(Right.READ_STORIES, Right.WRITE_OWN, Right.COMMENT)),
    EDITOR(EnumSet.of(
            Right.READ_STORIES,
            Right.WRITE_OWN,
            Right.WRITE_ANY,
            Right.COMMENT,
            Right.APPROVE,
            Right.PUBLISH,
            Right.CHECKLISTS,
            Right.ASSIGN)),
    AD_MANAGER(EnumSet.of(Right.READ_STORIES, Right.COMMENT, Right.PLACE_ADS, Right.CATALOGUE)),
    ADMINISTRATOR(EnumSet.of(Right.READ_STORIES, Right.CATALOGUE, Right.CHECKLISTS, Right.ADMINISTER));

    @SuppressWarnings("ImmutableEnumChecker") // never given away, never changed
    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = rights;
    }

    public boolean grants(Right right) {
        return rights.contains(right);
    }

    /** The role's name in the API: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
