package org.galley.workflow;

import static org.galley.article.ArticleState.APPROVED;
import static org.galley.article.ArticleState.ARCHIVED;
import static org.galley.article.ArticleState.DRAFT;
import static org.galley.article.ArticleState.PUBLISHED;
import static org.galley.article.ArticleState.SCHEDULED;
import static org.galley.article.ArticleState.SENT_BACK;
import static org.galley.article.ArticleState.SPIKED;
import static org.galley.article.ArticleState.SUBMITTED;
import static org.galley.article.ArticleState.WITHDRAWN;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.galley.article.ArticleState;
import org.galley.people.Right;

/**
 * The transitions as data, the only place that has them: from which states to which, by whom, and what each needs.
 *
 * <p>What each does, in words, stands in the bundle {@code messages.workflow}. {@code src/site/markdown/workflow.md} is drawn from
 * this table, and a test compares the two.
 */
public enum Action {
    SUBMIT(in(DRAFT, SENT_BACK), leadsTo(SUBMITTED), Right.WRITE_OWN, wants(Need.OWN_ARTICLE, Need.STORY, Need.CHECKS)),
    APPROVE(
            in(SUBMITTED),
            leadsTo(APPROVED),
            Right.APPROVE,
            wants(
                    Need.OTHER_EYES,
                    Need.ADS_POLICY,
                    Need.CHECKS,
                    Need.ADDRESS,
                    Need.COMMENTS,
                    Need.CHECKLIST,
                    Need.LEGAL)),
    REQUEST_CHANGES(in(SUBMITTED, APPROVED, SCHEDULED), leadsTo(SENT_BACK), Right.APPROVE, wants(Need.NOTE)),
    PUBLISH(
            in(APPROVED, SCHEDULED),
            leadsTo(PUBLISHED),
            Right.PUBLISH,
            wants(Need.ADDRESS, Need.NO_EMBARGO, Need.COMMENTS, Need.LEGAL)),
    SCHEDULE(in(APPROVED, SCHEDULED), leadsTo(SCHEDULED), Right.PUBLISH, wants(Need.ADDRESS, Need.TIME)),
    UNSCHEDULE(in(SCHEDULED), leadsTo(APPROVED), Right.PUBLISH, wants()),
    CORRECT(
            in(APPROVED, SCHEDULED),
            leadsTo(PUBLISHED),
            Right.PUBLISH,
            wants(Need.ADDRESS, Need.LIVE, Need.NO_EMBARGO, Need.COMMENTS, Need.LEGAL, Need.NOTE)),
    WITHDRAW(
            in(DRAFT, SENT_BACK, SUBMITTED, APPROVED, SCHEDULED, PUBLISHED, ARCHIVED),
            leadsTo(WITHDRAWN),
            Right.PUBLISH,
            wants(Need.LIVE, Need.NOTE)),
    EMBARGO(
            in(DRAFT, SENT_BACK, SUBMITTED, APPROVED, SCHEDULED),
            leadsTo(),
            Right.WRITE_OWN,
            wants(Need.OWN_ARTICLE, Need.TIME)),
    LIFT_EMBARGO(
            in(DRAFT, SENT_BACK, SUBMITTED, APPROVED, SCHEDULED),
            leadsTo(),
            Right.PUBLISH,
            wants(Need.EMBARGO, Need.NOTE)),
    SPIKE(
            in(DRAFT, SENT_BACK, SUBMITTED, APPROVED, SCHEDULED),
            leadsTo(SPIKED),
            Right.WRITE_OWN,
            wants(Need.OWN_ARTICLE, Need.NOT_LIVE)),
    UNSPIKE(in(SPIKED), leadsTo(DRAFT), Right.WRITE_OWN, wants(Need.OWN_ARTICLE)),
    ARCHIVE(in(PUBLISHED, WITHDRAWN), leadsTo(ARCHIVED), Right.PUBLISH, wants()),
    UNARCHIVE(in(ARCHIVED), leadsTo(PUBLISHED, WITHDRAWN), Right.PUBLISH, wants());

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<ArticleState> from;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<ArticleState> to;

    private final Right right;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<Need> needs;

    Action(Set<ArticleState> from, Set<ArticleState> to, Right right, Set<Need> needs) {
        this.from = from;
        this.to = to;
        this.right = right;
        this.needs = needs;
    }

    private static Set<ArticleState> in(ArticleState first, ArticleState... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** No state at all means that the article stays where it stands. */
    private static Set<ArticleState> leadsTo(ArticleState... states) {
        Set<ArticleState> all = EnumSet.noneOf(ArticleState.class);
        Collections.addAll(all, states);
        return Collections.unmodifiableSet(all);
    }

    private static Set<Need> wants(Need... needs) {
        Set<Need> all = EnumSet.noneOf(Need.class);
        Collections.addAll(all, needs);
        return Collections.unmodifiableSet(all);
    }

    /** The states from which it can be taken. */
    public Set<ArticleState> from() {
        return from;
    }

    /** Where it leads: one state, one of several, or none, if the article stays where it stands. */
    public Set<ArticleState> to() {
        return to;
    }

    public Right right() {
        return right;
    }

    public Set<Need> needs() {
        return needs;
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }

    /** What it does, as a sentence for people. */
    public String does() {
        return Words.say("does." + key());
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
