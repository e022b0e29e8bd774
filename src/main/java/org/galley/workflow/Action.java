package org.galley.workflow;

import static org.galley.article.ArticleState.APPROVED;
import static org.galley.article.ArticleState.DRAFT;
import static org.galley.article.ArticleState.PUBLISHED;
import static org.galley.article.ArticleState.SENT_BACK;
import static org.galley.article.ArticleState.SUBMITTED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.galley.article.ArticleState;
import org.galley.people.Right;

/** A transition: from which states, by whom, and what it needs. */
public enum Action {
    SUBMIT(EnumSet.of(DRAFT, SENT_BACK), Right.WRITE_OWN, false),
    APPROVE(EnumSet.of(SUBMITTED), Right.APPROVE, false),
    REQUEST_CHANGES(EnumSet.of(SUBMITTED, APPROVED), Right.APPROVE, true),
    PUBLISH(EnumSet.of(APPROVED), Right.PUBLISH, false),
    CORRECT(EnumSet.of(APPROVED), Right.PUBLISH, true),
    WITHDRAW(EnumSet.of(DRAFT, SENT_BACK, SUBMITTED, APPROVED, PUBLISHED), Right.PUBLISH, true);

    @SuppressWarnings("ImmutableEnumChecker") // never given away, never changed
    private final Set<ArticleState> from;

    private final Right right;
    private final boolean needsNote;

    Action(Set<ArticleState> from, Right right, boolean needsNote) {
        this.from = from;
        this.right = right;
        this.needsNote = needsNote;
    }

    public boolean isFrom(ArticleState state) {
        return from.contains(state);
    }

    public Right right() {
        return right;
    }

    public boolean needsNote() {
        return needsNote;
    }

    /** Whether it changes what readers already have, and so needs a live edition. */
    public boolean needsLiveEdition() {
        return this == CORRECT || this == WITHDRAW;
    }

    /** The action's name in the API: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Action> ofKey(String key) {
        for (Action action : values()) {
            if (action.key().equals(key)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
