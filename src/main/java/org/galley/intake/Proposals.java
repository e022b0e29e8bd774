package org.galley.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.IncomingText;
import org.galley.article.SaveOutcome;
import org.galley.diff.Anchors;
import org.galley.diff.Conflict;
import org.galley.diff.Merge;
import org.galley.diff.MergeResult;
import org.galley.diff.Restore;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.story.Story;

/** Newer versions of wire items that wait: shows what taking one would change, takes it by merge, or dismisses it. */
@ApplicationScoped
@Transactional
public class Proposals {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Articles articles;

    @Inject
    private IncomingText texts;

    @Inject
    private WorkflowLog log;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * Where both sides changed the same words, for which the sender's are wanted; everywhere else the desk's stay.
     *
     * @param blocks ids of blocks
     * @param fields names of header fields
     */
    public record Choice(Set<String> blocks, Set<String> fields) {
        public static final Choice DESK = new Choice(Set.of(), Set.of());

        public Choice {
            blocks = Set.copyOf(blocks);
            fields = Set.copyOf(fields);
        }
    }

    /** What waits for this person: of all articles for whoever may change all, otherwise of their own; the newest first. */
    public List<ProposalLine> waiting(long before, int limit) {
        caller.require(Right.READ_STORIES);
        if (!caller.has(Right.WRITE_OWN)) {
            return List.of();
        }
        return entities.createNamedQuery("WireProposal.waiting", ProposalLine.class)
                .setParameter("state", WireProposal.State.WAITING)
                .setParameter("before", before)
                .setParameter("all", caller.has(Right.WRITE_ANY))
                .setParameter("person", caller.username())
                .setMaxResults(limit)
                .getResultList();
    }

    /** What waits for one article, the newest first. */
    public List<ProposalLine> ofArticle(long article) {
        caller.require(Right.READ_STORIES);
        return entities.createNamedQuery("WireProposal.ofArticle", ProposalLine.class)
                .setParameter("state", WireProposal.State.WAITING)
                .setParameter("article", article)
                .getResultList();
    }

    /**
     * A proposal beside the article as it is now.
     *
     * @throws RefusedException not found, also if it no longer waits
     */
    public ProposalView view(long id, Choice choice) {
        caller.require(Right.READ_STORIES);
        WireProposal proposal = waiting(entities.find(WireProposal.class, id));
        WireItem item = entities.find(WireItem.class, proposal.itemId());
        return view(proposal, item, articles.view(item.articleId()), choice);
    }

    private ProposalView view(WireProposal proposal, WireItem item, ArticleView article, Choice choice) {
        Story base = item.base();
        Story incoming = proposal.story();
        MergeResult merge = Merge.threeWay(base, article.story(), incoming);
        Story story = chosen(merge, article.story(), incoming, choice);
        return new ProposalView(
                proposal.line(article.story().header().headline()),
                article,
                base,
                incoming,
                merge,
                story,
                Anchors.follow(article.layout(), article.story(), story),
                articles.mayWrite(article));
    }

    private static Story chosen(MergeResult merge, Story current, Story incoming, Choice choice) {
        Set<String> ours = new HashSet<>();
        Set<String> theirs = new HashSet<>();
        Set<String> fields = new HashSet<>();
        for (Conflict conflict : merge.conflicts()) {
            if (conflict.blockId() == null) {
                if (choice.fields().contains(conflict.field())) {
                    fields.add(conflict.field());
                }
            } else {
                (choice.blocks().contains(conflict.blockId()) ? theirs : ours).add(conflict.blockId());
            }
        }
        Story story = Restore.blocks(merge.story(), current, ours);
        story = Restore.blocks(story, incoming, theirs);
        return Restore.fields(story, incoming, fields);
    }

    private static WireProposal waiting(WireProposal proposal) {
        if (proposal == null || !proposal.isWaiting()) {
            throw RefusedException.notFound(
                    "There is no such proposal, or it was taken, dismissed or overtaken by a newer version.");
        }
        return proposal;
    }

    /**
     * Takes the sender's changes into the article, as a revision.
     *
     * @param version of the working copy that the person has seen; null if it does not matter
     * @throws RefusedException forbidden, not found; invalid, if the choice names what is no conflict; conflict, if somebody changed the article since that version
     */
    public SaveOutcome take(long id, Long version, Choice choice) {
        WireProposal proposal = locked(id);
        WireItem item = entities.find(WireItem.class, proposal.itemId());
        ArticleView article = writable(item);
        if (proposal.cancels()) {
            throw RefusedException.conflict(
                    "cancellation", "The sender takes the item back; withdraw the article on Review, or dismiss this.");
        }
        if (version != null && version != article.version()) {
            throw RefusedException.conflict(
                    "changed-since",
                    "Somebody changed the article in the meantime; this is what taking the proposal would do now.");
        }
        ProposalView view = view(proposal, item, article, choice);
        refuseUnknown(choice, view.merge().conflicts());
        String note =
                "Merged with the sender’s version" + (proposal.version().isEmpty() ? "" : " " + proposal.version());
        SaveOutcome made = texts.put(article.id(), view.story(), RevisionKind.MERGE, note);
        item.become(proposal.story());
        Integer revision = made.revision() == null ? null : made.revision().number();
        proposal.decided(WireProposal.State.TAKEN, revision, caller.username(), clock.instant());
        record(made.article(), "wire-taken", revision, note);
        return made;
    }

    /** Whoever names a conflict that is none may have meant another one, whose words would be lost. */
    private static void refuseUnknown(Choice choice, List<Conflict> conflicts) {
        Set<String> blocks = new HashSet<>(choice.blocks());
        Set<String> fields = new HashSet<>(choice.fields());
        conflicts.forEach(conflict -> {
            blocks.remove(conflict.blockId());
            fields.remove(conflict.field());
        });
        List<String> unknown =
                Stream.concat(blocks.stream(), fields.stream()).sorted().toList();
        if (!unknown.isEmpty()) {
            throw RefusedException.invalid(
                    blocks.isEmpty() ? "fields" : "blocks",
                    "There is no conflict in " + String.join(", ", unknown) + "; nothing was taken.");
        }
    }

    /** Leaves the article as it is; the next version of the item is asked about again. */
    public void dismiss(long id) {
        WireProposal proposal = locked(id);
        ArticleView article = writable(entities.find(WireItem.class, proposal.itemId()));
        proposal.decided(WireProposal.State.DISMISSED, null, caller.username(), clock.instant());
        record(article, "wire-dismissed", null, proposal.version().isEmpty() ? null : "Version " + proposal.version());
    }

    /** The item's row first, then the article's, as an import does. */
    private WireProposal locked(long id) {
        caller.require(Right.READ_STORIES);
        WireProposal seen = waiting(entities.find(WireProposal.class, id));
        entities.find(WireItem.class, seen.itemId(), LockModeType.PESSIMISTIC_WRITE);
        return waiting(entities.find(WireProposal.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private ArticleView writable(WireItem item) {
        ArticleView article = texts.lock(item.articleId());
        if (!articles.mayWrite(article)) {
            throw RefusedException.forbidden("not-own-article", "Only its author or an editor decides on this.");
        }
        return article;
    }

    private void record(ArticleView article, String action, Integer revision, String note) {
        String state = article.state().key();
        log.record(
                article.id(),
                new WorkflowStep(clock.instant(), caller.username(), action, state, state, revision, note));
    }
}
