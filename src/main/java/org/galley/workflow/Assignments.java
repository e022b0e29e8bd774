package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.Assignment;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.People;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;

/**
 * Says who writes which story, by when, how long and how urgently, and whether a legal question is open.
 *
 * <p>Editors assign; a journalist takes what is nobody's and may give back what is theirs. Whoever may write a story may raise a
 * legal question; only an editor or an administrator settles it, with a note. Each change is a step of the workflow stream.
 */
@ApplicationScoped
@Transactional
public class Assignments {
    private static final int MAX_NOTE = 2000;
    private static final int MAX_WORDS = 50_000;
    /** A due time further away is more likely a slip of the hand than a plan. */
    private static final Duration FURTHEST = Duration.ofDays(5 * 366L);

    @Inject
    private Articles articles;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private WorkflowLog log;

    @Inject
    private People people;

    @Inject
    private Moments moments;

    @Inject
    private Event<StoryAssigned> assigned;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** @throws RefusedException forbidden or not found */
    public Assignment of(long article) {
        return articles.view(article).assignment();
    }

    /** Those to whom a story can be given: who may write, by display name. */
    public List<Account> writers() {
        caller.require(Right.READ_STORIES);
        return people.all().stream()
                .filter(person -> person.has(Right.WRITE_OWN))
                .filter(person -> people.find(person.username()).isPresent())
                .toList();
    }

    /**
     * Makes this the assignment of an article. Nothing happens, and nothing is recorded, if it is that already.
     *
     * @param note why, or null; settling a legal question needs one
     * @throws RefusedException forbidden, not found, invalid, or conflict if the article is at rest
     */
    public Assignment assign(long article, Assignment wanted, String note) {
        caller.require(Right.ASSIGN);
        ArticleView view = locked(article);
        Assignment before = view.assignment();
        check(before, wanted);
        if (before.legal() && !wanted.legal()) {
            requireNote(note);
        }
        Assignment plain = wanted.withLegal(before.legal());
        if (!plain.equals(before)) {
            change(view, plain, "assign", joined(said(before, plain), noted(note)));
        }
        if (before.legal() != wanted.legal()) {
            change(view, wanted, wanted.legal() ? "legal-flag" : "legal-clear", noted(note));
        }
        return wanted;
    }

    /**
     * The caller writes this story from now on.
     *
     * @throws RefusedException forbidden, not found, or conflict if it is somebody's already
     */
    public Assignment take(long article) {
        caller.require(Right.WRITE_OWN);
        ArticleView view = locked(article);
        String holder = view.assignment().assignee();
        if (holder != null) {
            throw RefusedException.conflict(
                    "already-assigned",
                    holder.equals(caller.username())
                            ? "This story is yours already."
                            : "This story is assigned to " + name(holder) + "; an editor can assign it anew.");
        }
        return change(view, view.assignment().withAssignee(caller.username()), "take", null);
    }

    /**
     * The caller does not write this story any more: it is nobody's, and others may take it.
     *
     * @throws RefusedException forbidden, not found, or conflict if it is not theirs
     */
    public Assignment giveBack(long article) {
        caller.require(Right.WRITE_OWN);
        ArticleView view = locked(article);
        if (!caller.username().equals(view.assignment().assignee())) {
            throw RefusedException.conflict("not-assigned", "This story is not assigned to you.");
        }
        return change(view, view.assignment().withAssignee(null), "give-back", null);
    }

    /**
     * Raises a legal question: the story is not approved until it is settled.
     *
     * @param note what the question is, or null
     * @throws RefusedException forbidden, not found, or invalid
     */
    public Assignment raiseLegal(long article, String note) {
        caller.require(Right.READ_STORIES);
        ArticleView view = locked(article);
        if (!articles.mayWrite(view) && !caller.has(Right.ADMINISTER)) {
            throw RefusedException.forbidden(
                    "not-own-article", "A legal question is raised by those who may write the story.");
        }
        return view.assignment().legal()
                ? view.assignment()
                : change(view, view.assignment().withLegal(true), "legal-flag", noted(note));
    }

    /**
     * Settles the legal question.
     *
     * @param note what was found, and by whom
     * @throws RefusedException forbidden for all but editors and administrators; not found; invalid without a note
     */
    public Assignment settleLegal(long article, String note) {
        caller.require(Right.READ_STORIES);
        if (!caller.has(Right.ADMINISTER)) {
            caller.require(Right.ASSIGN);
        }
        ArticleView view = locked(article);
        requireNote(note);
        return view.assignment().legal()
                ? change(view, view.assignment().withLegal(false), "legal-clear", noted(note))
                : view.assignment();
    }

    private ArticleView locked(long article) {
        ArticleView view = lifecycle.lock(article);
        if (view.state().isAtRest()) {
            throw RefusedException.conflict(
                    "at-rest", "The article is " + view.state().key() + "; take it up again first (on Review).");
        }
        return view;
    }

    private Assignment change(ArticleView view, Assignment wanted, String action, String note) {
        Assignment before = lifecycle.lock(view.id()).assignment();
        lifecycle.assign(view.id(), wanted);
        String state = view.state().key();
        log.record(view.id(), new WorkflowStep(clock.instant(), caller.username(), action, state, state, null, note));
        if (wanted.assignee() != null && !wanted.assignee().equals(before.assignee())) {
            assigned.fire(new StoryAssigned(view.id(), wanted.assignee(), caller.username(), clock.instant()));
        }
        return wanted;
    }

    private void check(Assignment before, Assignment wanted) {
        if (wanted.assignee() != null && !wanted.assignee().equals(before.assignee())) {
            Optional<Account> person = people.find(wanted.assignee());
            if (person.isEmpty() || !person.get().has(Right.WRITE_OWN)) {
                throw RefusedException.invalid("assignee", "Nobody who writes stories has this user name.");
            }
        }
        if (wanted.words() != null && (wanted.words() < 1 || wanted.words() > MAX_WORDS)) {
            throw RefusedException.invalid("words", "A wanted length is 1 to " + MAX_WORDS + " words.");
        }
        boolean movesDue = wanted.due() != null && !wanted.due().equals(before.due());
        if (movesDue && wanted.due().isAfter(clock.instant().plus(FURTHEST))) {
            throw RefusedException.invalid("due", "This is more than five years ahead.");
        }
    }

    private static void requireNote(String note) {
        if (note == null || note.isBlank()) {
            throw RefusedException.invalid(
                    "note", "A note is needed: it says what was found, and by whom the question is settled.");
        }
    }

    private static String noted(String note) {
        if (note != null && note.strip().length() > MAX_NOTE / 2) {
            throw RefusedException.invalid("note", "A note has at most " + MAX_NOTE / 2 + " characters.");
        }
        return note == null || note.isBlank() ? null : note.strip();
    }

    private static String joined(String what, String why) {
        return why == null ? what : what + " " + why;
    }

    private String name(String username) {
        return people.find(username).map(Account::displayName).orElse(username);
    }

    /** What is different, as a sentence. */
    private String said(Assignment before, Assignment after) {
        List<String> changes = new ArrayList<>();
        if (!Objects.equals(before.assignee(), after.assignee())) {
            changes.add(after.assignee() == null ? "to nobody" : "to " + name(after.assignee()));
        }
        if (!Objects.equals(before.due(), after.due())) {
            changes.add(after.due() == null ? "no due time" : "due " + moments.said(after.due()));
        }
        if (!Objects.equals(before.words(), after.words())) {
            changes.add(after.words() == null ? "any length" : after.words() + " words");
        }
        if (before.priority() != after.priority()) {
            changes.add("priority " + after.priority().key());
        }
        String sentence = String.join(", ", changes);
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
    }
}
