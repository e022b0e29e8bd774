package org.galley.article;

import java.util.Locale;
import java.util.Optional;

/** Where an article's working copy stands; whether an edition of it is live is a fact of its own. */
public enum ArticleState {
    DRAFT,
    SUBMITTED,
    SENT_BACK,
    APPROVED,
    PUBLISHED,
    WITHDRAWN;

    /** The state's name in the API: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ArticleState> ofKey(String key) {
        for (ArticleState state : values()) {
            if (state.key().equals(key)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
