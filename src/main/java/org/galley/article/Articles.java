package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galley.diff.Anchors;
import org.galley.diff.Merge;
import org.galley.diff.MergeResult;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.story.AdLayout;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.Story;

/**
 * Creates, shows and changes articles.
 *
 * <p>Every change names the version that it started from. If somebody else was faster, both changes are merged; where they touch the
 * same words, {@link EditConflictException} carries both and nothing is stored. Ad slots follow their paragraphs by themselves.
 */
@ApplicationScoped
@Transactional
public class Articles {
    /** No article has this id. */
    private static final long NOBODY = -1;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ArticleStore store;

    @Inject
    private StoryRules rules;

    @Inject
    private Sections sections;

    @Inject
    private ReaderAddresses addresses;

    @Inject
    private Instance<Replacement> replacement;

    @Inject
    private Instance<BroughtSlots> brought;

    @Inject
    private Revisions revisions;

    @Inject
    private Caller caller;

    private final SecureRandom random = new SecureRandom();

    /**
     * A change to a text, as somebody wants it saved.
     *
     * @param base the version of the working copy that the change started from
     * @param story the whole text as it is to be
     * @param name a name for the revision, or null
     * @param note a note for the revision, or null
     */
    public record TextChange(long base, Story story, String name, String note) {}

    /**
     * Creates an article with its first revision.
     *
     * @param layout ad slots that came with the text
     * @param kind {@link RevisionKind#SAVE} or {@link RevisionKind#IMPORT}
     * @throws RefusedException forbidden or invalid
     */
    public SaveOutcome create(Story story, AdLayout layout, RevisionKind kind, String note) {
        caller.require(Right.WRITE_OWN);
        Story complete = story.withHeader(completed(story.header()));
        rules.check(complete);
        ArticleStore.Pair pair = store.create(complete, layout, caller.username());
        if (!caller.has(Right.ASSIGN)) {
            // Whoever cannot give a story to others writes it; what an editor begins is free to be assigned or taken.
            pair.article().assign(Assignment.NONE.withAssignee(caller.username()));
        }
        RevisionSummary revision =
                store.revise(pair, caller.username(), kind, null, note).orElseThrow();
        return new SaveOutcome(pair.view(), revision, false);
    }

    private Header completed(Header header) {
        Header placed =
                header.section().isEmpty() ? header.withSection(sections.first().key()) : header;
        String wanted = placed.slug().isEmpty() ? Slugs.of(placed.headline()) : placed.slug();
        return placed.withSlug(free(placed.section(), wanted, NOBODY));
    }

    /** The slug, or the slug with the first number behind it that no other article of the section has or had for readers. */
    private String free(String section, String slug, long except) {
        Set<String> taken = new HashSet<>(entities.createQuery(
                        "select a.slug from Article a where a.section = :section and a.slug like :slug and a.id <> :id",
                        String.class)
                .setParameter("section", section)
                .setParameter("id", except)
                .setParameter("slug", slug + "%")
                .getResultList());
        taken.addAll(addresses.ofOthers(section, slug, except));
        String candidate = slug;
        for (int n = 2; taken.contains(candidate); n++) {
            candidate = slug + "-" + n;
        }
        return candidate;
    }

    /** @throws RefusedException forbidden or not found */
    public ArticleView view(long id) {
        caller.require(Right.READ_STORIES);
        return store.find(id).view();
    }

    /**
     * What the working copy was at an earlier version.
     *
     * @throws RefusedException conflict, if that version is not known, or no longer
     */
    public EarlierState earlier(long id, long version) {
        caller.require(Right.READ_STORIES);
        WorkingState state = store.stateAt(id, version)
                .orElseThrow(
                        () -> RefusedException.conflict(
                                "base-unknown",
                                "The version that this change started from is not known, or no longer; load the article again."));
        return new EarlierState(state.story(), state.layout());
    }

    /** Who changed the working copy since a version, by account, without what was changed. */
    public List<String> writersSince(long id, long version) {
        caller.require(Right.READ_STORIES);
        return store.writersSince(id, version);
    }

    /** Whether the person may change this article's text: their own, or one that is assigned to them, or any. */
    public boolean mayWrite(ArticleView article) {
        return caller.account().filter(person -> mayWrite(person, article)).isPresent();
    }

    /** Whether somebody may change this article's text, who need not be asking for it. */
    public boolean mayWrite(Account person, ArticleView article) {
        return person.has(Right.WRITE_ANY) || (person.has(Right.WRITE_OWN) && article.isOf(person.username()));
    }

    /**
     * The slug that a headline would get in a section, as if the article had none yet.
     *
     * @param id of the article, whose own slug does not stand in the way
     */
    public String slugFor(long id, String section, String headline) {
        caller.require(Right.READ_STORIES);
        return free(section, Slugs.of(headline), id);
    }

    /** Whether the person may give this article another address; once readers know it, that is for those who publish. */
    public boolean mayMove(ArticleView article) {
        return mayWrite(article) && (article.firstPublishedAt() == null || caller.has(Right.PUBLISH));
    }

    /** Ids for new blocks and slots that are not taken in this article. */
    public BlockIds freshIds(ArticleView article) {
        Set<String> taken = new HashSet<>(article.story().ids());
        article.layout().slots().forEach(slot -> taken.add(slot.id()));
        return new BlockIds(random, taken);
    }

    /**
     * Saves a change as a revision.
     *
     * @throws EditConflictException if somebody else changed the same words meanwhile
     * @throws RefusedException forbidden, not found, invalid, or conflict if the base is too old to merge with
     */
    public SaveOutcome save(long id, TextChange change) {
        ArticleStore.Pair pair = lockForWriting(id);
        boolean merged = apply(pair, change);
        RevisionKind kind = merged ? RevisionKind.MERGE : RevisionKind.SAVE;
        Optional<RevisionSummary> revision = store.revise(pair, caller.username(), kind, change.name(), change.note());
        return saved(pair, revision, merged);
    }

    /**
     * Keeps a change in the working copy without making a revision; otherwise as {@link #save}.
     *
     * @throws EditConflictException if somebody else changed the same words meanwhile
     */
    public SaveOutcome autosave(long id, TextChange change) {
        ArticleStore.Pair pair = lockForWriting(id);
        boolean merged = apply(pair, change);
        return new SaveOutcome(pair.view(), null, merged);
    }

    /**
     * Keeps as much of a change in the working copy as does not collide, without making a revision: what collides is given back,
     * for the person to choose, and the rest is safe. Otherwise as {@link #autosave}.
     *
     * @param wishes the ad slots that came with the text; if there are any, they void an approval as the text does
     * @throws RefusedException as {@link #save}
     */
    public KeptChange keep(long id, TextChange change, SlotWishes wishes) {
        ArticleStore.Pair pair = lockForWriting(id);
        Story current = pair.copy().story();
        Story wanted =
                change.story().withHeader(keepingAddress(pair, change.story().header()));
        boolean late = change.base() != pair.copy().version();
        MergeResult result = late
                ? Merge.threeWay(earlier(id, change.base()).story(), current, wanted)
                : new MergeResult(wanted, List.of());
        List<String> others = late ? store.writersSince(id, change.base()) : List.of();
        write(pair, result.story(), wishes);
        return new KeptChange(pair.view(), others, result.conflicts());
    }

    /** The outcome of a save, after the ad slots were placed anew where the section wants that. */
    private SaveOutcome saved(ArticleStore.Pair pair, Optional<RevisionSummary> revision, boolean merged) {
        ArticleView article = pair.view();
        if (revision.isPresent() && replacement.isResolvable()) {
            article = replacement.get().afterSave(article, revision.get());
        }
        return new SaveOutcome(article, revision.orElse(null), merged);
    }

    private ArticleStore.Pair lockForWriting(long id) {
        caller.require(Right.READ_STORIES);
        ArticleStore.Pair pair = store.lock(id);
        if (!caller.has(Right.WRITE_ANY)) {
            caller.require(Right.WRITE_OWN);
            if (!pair.view().isOf(caller.username())) {
                throw RefusedException.forbidden(
                        "not-own-article", "Journalists change their own articles; this one is somebody else's.");
            }
        }
        return pair;
    }

    /** @return whether changes of somebody else had to be merged in */
    private boolean apply(ArticleStore.Pair pair, TextChange change) {
        Story wanted =
                change.story().withHeader(keepingAddress(pair, change.story().header()));
        boolean merged = change.base() != pair.copy().version();
        if (merged) {
            wanted = merge(pair, change, wanted);
        }
        write(pair, wanted, SlotWishes.NONE);
        return merged;
    }

    private void write(ArticleStore.Pair pair, Story wanted, SlotWishes wishes) {
        rules.check(wanted);
        AdLayout followed = Anchors.follow(pair.copy().layout(), pair.copy().story(), wanted);
        AdLayout layout = wishes.isEmpty() ? followed : fulfilled(pair, wanted, followed, wishes);
        store.write(pair, wanted, layout, caller.username());
        if (!layout.equals(followed)) {
            store.voidApproval(pair, caller.username());
        }
    }

    private AdLayout fulfilled(ArticleStore.Pair pair, Story story, AdLayout layout, SlotWishes wishes) {
        AdLayout left = layout;
        if (wishes.takenBack().stream().anyMatch(id -> layout.slot(id).isPresent())) {
            AdLayout lasting = revisions
                    .load(pair.article().id(), pair.article().lastRevision())
                    .layout();
            left = layout.withSlots(layout.slots().stream()
                    .filter(slot -> !wishes.takenBack().contains(slot.id())
                            || lasting.slot(slot.id()).isPresent())
                    .toList());
        }
        Set<String> taken = new HashSet<>(story.ids());
        layout.slots().forEach(slot -> taken.add(slot.id()));
        BlockIds ids = new BlockIds(random, taken);
        List<SlotWishes.Wish> fresh = new ArrayList<>();
        for (SlotWishes.Wish wish : wishes.brought()) {
            if (left.slot(wish.id()).isEmpty()) {
                String id = ids.claim(wish.id()) ? wish.id() : ids.next();
                fresh.add(new SlotWishes.Wish(id, wish.after()));
            }
        }
        return fresh.isEmpty() ? left : brought.get().settle(pair.article().id(), story, left, fresh);
    }

    private Story merge(ArticleStore.Pair pair, TextChange change, Story wanted) {
        EarlierState base = earlier(pair.article().id(), change.base());
        MergeResult result = Merge.threeWay(base.story(), pair.copy().story(), wanted);
        if (!result.conflicts().isEmpty()) {
            throw new EditConflictException(pair.view(), result);
        }
        return result.story();
    }

    /**
     * A published story keeps its address unless somebody who may publish gives it another; an empty slug is filled from the headline.
     */
    private Header keepingAddress(ArticleStore.Pair pair, Header header) {
        Header current = pair.copy().story().header();
        if (pair.article().hasBeenPublished()) {
            boolean mayMove = caller.has(Right.PUBLISH);
            return header.withSlug(mayMove && !header.slug().isEmpty() ? header.slug() : current.slug())
                    .withSection(mayMove && !header.section().isEmpty() ? header.section() : current.section());
        }
        Header placed = header.section().isEmpty() ? header.withSection(current.section()) : header;
        return placed.slug().isEmpty()
                ? placed.withSlug(free(
                        placed.section(),
                        Slugs.of(placed.headline()),
                        pair.article().id()))
                : placed;
    }
}
