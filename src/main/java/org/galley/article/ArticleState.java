package org.galley.article;

import java.util.Locale;
import java.util.Optional;

/** Where an article's working copy stands; whether an edition of it is live is a fact of its own. */
public enum ArticleState {
    DRAFT,
    SUBMITTED,
    SENT_BACK,
    APPROVED,
    /** Approved, and to be published by the clock. */
    SCHEDULED,
    PUBLISHED,
    WITHDRAWN,
    /** Done with: readers keep what they have, the desk's queues show it no longer. */
    ARCHIVED,
    /** Dropped before it was published; it can be taken up again. */
    SPIKED;

    /** Where a story stands once its text is changed: nothing stays approved, and a new draft stands beside what is live. */
    public ArticleState afterTextChange() {
        return switch (this) {
            case APPROVED, SCHEDULED -> SUBMITTED;
            case PUBLISHED, WITHDRAWN -> DRAFT;
            case DRAFT, SUBMITTED, SENT_BACK, ARCHIVED, SPIKED -> this;
        };
    }

    /** Where a story stands once its ad layout is changed and its approval, if there is one, is kept. */
    public ArticleState afterLayoutChange() {
        return this == PUBLISHED ? DRAFT : this;
    }

    /** Whether nobody works on it, so that neither text nor ads can be changed before it is taken up again. */
    public boolean isAtRest() {
        return this == ARCHIVED || this == SPIKED;
    }

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
