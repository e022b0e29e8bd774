package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.persistence.ValuesById;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;

/** Watches over working copies: what version each has, and which were left with changes that are in no revision. */
@ApplicationScoped
@Transactional
public class WorkingCopies {
    private static final int AT_ONCE = 50;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ArticleStore store;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * The version of an article's working copy, without loading its text.
     *
     * @throws RefusedException forbidden or not found
     */
    public long version(long article) {
        caller.require(Right.READ_STORIES);
        return Optional.ofNullable(versions(List.of(article)).get(article))
                .orElseThrow(() -> RefusedException.notFound("There is no such article."));
    }

    /** The versions of several working copies by article; asked by Galley itself and for nobody, so no right is checked. */
    public Map<Long, Long> versions(Collection<Long> articles) {
        return ValuesById.find(entities, "WorkingCopy.versions", articles, Long.class);
    }

    /** When several articles last came to stand where they stand; asked like {@link #versions}. */
    public Map<Long, Instant> standings(Collection<Long> articles) {
        return ValuesById.find(entities, "Article.standings", articles, Instant.class);
    }

    /**
     * Articles whose last change is in no revision and older than this; at most {@value #AT_ONCE}.
     *
     * @param idle how long nobody has changed them
     */
    public List<Long> left(Duration idle) {
        return entities.createNamedQuery("WorkingCopy.left", Long.class)
                .setParameter("before", clock.instant().minus(idle))
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /**
     * Makes a revision of what an editing session left behind, in the name of whoever changed it last.
     *
     * @return the revision; empty if somebody went on with it, or made a revision, meanwhile
     */
    public Optional<RevisionSummary> endSession(long article, Duration idle) {
        ArticleStore.Pair pair = store.lock(article);
        WorkingCopy copy = pair.copy();
        if (!copy.isUnsaved() || copy.updatedAt().isAfter(clock.instant().minus(idle))) {
            return Optional.empty();
        }
        return store.revise(pair, copy.updatedBy(), RevisionKind.SESSION, null, null);
    }
}
