package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.galley.people.Caller;
import org.galley.people.Right;

/**
 * Lists an article's three streams as one timeline, the newest line first.
 *
 * <p>Pages are read by key from both tables and never touch a text or a list of blocks, so the tenth thousand of revisions lists as fast
 * as the first ten.
 */
@ApplicationScoped
@Transactional
public class Timelines {
    private static final String LINES =
            "select r.number, r.kind, r.author, r.at, r.name, r.note, r.contentHash, r.hash, r.words, r.wordsAdded,"
                    + " r.wordsRemoved, r.blocksMoved, r.slotsChanged, r.textChanged, r.adsChanged from Revision r"
                    + " where r.articleId = :article and r.number < :below";
    private static final String STEPS = "select e from WorkflowEntry e where e.articleId = :article"
            + " and (e.at < :at or (e.at = :at and e.id < :id))";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RevisionRows rows;

    @Inject
    private Caller caller;

    /**
     * Lines that come after a place. A step comes after the revision that it made, so it is the newer of two at one instant.
     *
     * @param from {@link TimelineKey#NEWEST} to begin
     * @param limit how many at most, from 1
     */
    public List<TimelineLine> after(long article, TimelineFilter filter, TimelineKey from, int limit) {
        caller.require(Right.READ_STORIES);
        if (filter.isHopeless()) {
            return List.of();
        }
        List<RevisionSummary> revisions = revisions(article, filter, from.revisionsBelow(), limit);
        List<WorkflowEntry> steps = steps(article, filter, from, limit);
        List<TimelineLine> lines = new ArrayList<>();
        TimelineKey place = from;
        int nextRevision = 0;
        int nextStep = 0;
        while (lines.size() < limit && (nextRevision < revisions.size() || nextStep < steps.size())) {
            RevisionSummary revision = nextRevision < revisions.size() ? revisions.get(nextRevision) : null;
            WorkflowEntry step = nextStep < steps.size() ? steps.get(nextStep) : null;
            if (revision == null || (step != null && !step.at().isBefore(revision.at()))) {
                nextStep++;
                place = new TimelineKey(place.revisionsBelow(), step.at(), step.id());
                lines.add(new TimelineLine(null, step.step(), place));
            } else {
                nextRevision++;
                place = new TimelineKey(revision.number(), place.stepsBefore(), place.stepsBelow());
                lines.add(new TimelineLine(revision, null, place));
            }
        }
        return lines;
    }

    /** The usernames of all who appear in an article's timeline, in their alphabetical order. */
    public List<String> people(long article) {
        caller.require(Right.READ_STORIES);
        TreeSet<String> names = new TreeSet<>();
        for (String jpql : List.of(
                "select distinct r.author from Revision r where r.articleId = :article",
                "select distinct e.actor from WorkflowEntry e where e.articleId = :article")) {
            names.addAll(entities.createQuery(jpql, String.class)
                    .setParameter("article", article)
                    .getResultList());
        }
        return List.copyOf(names);
    }

    private List<RevisionSummary> revisions(long article, TimelineFilter filter, int below, int limit) {
        boolean text = filter.wants(TimelineStream.TEXT);
        boolean ads = filter.wants(TimelineStream.ADS);
        if (!text && !ads) {
            return List.of();
        }
        StringBuilder jpql = new StringBuilder(LINES);
        if (!ads) {
            jpql.append(" and (r.textChanged = true or r.adsChanged = false)");
        }
        if (!text) {
            jpql.append(" and r.adsChanged = true");
        }
        TypedQuery<Object[]> query = query(jpql, "r.author", "r.kind", "r.number desc", Object[].class, filter);
        List<Object[]> found = query.setParameter("article", article)
                .setParameter("below", below)
                .setMaxResults(limit)
                .getResultList();
        Map<Integer, String> hashes =
                rows.hashes(article, found.stream().map(row -> (int) row[0] - 1).toList());
        return found.stream()
                .map(row -> summary(row, hashes.get((int) row[0] - 1)))
                .toList();
    }

    private List<WorkflowEntry> steps(long article, TimelineFilter filter, TimelineKey from, int limit) {
        if (!filter.wants(TimelineStream.WORKFLOW)) {
            return List.of();
        }
        return query(
                        new StringBuilder(STEPS),
                        "e.actor",
                        "e.action",
                        "e.at desc, e.id desc",
                        WorkflowEntry.class,
                        filter)
                .setParameter("article", article)
                .setParameter("at", from.stepsBefore())
                .setParameter("id", from.stepsBelow())
                .setMaxResults(limit)
                .getResultList();
    }

    private <T> TypedQuery<T> query(
            StringBuilder jpql, String person, String kind, String order, Class<T> result, TimelineFilter filter) {
        if (filter.person() != null) {
            jpql.append(" and ").append(person).append(" = :person");
        }
        if (filter.kind() != null) {
            jpql.append(" and ").append(kind).append(" = :kind");
        }
        TypedQuery<T> query =
                entities.createQuery(jpql.append(" order by ").append(order).toString(), result);
        if (filter.person() != null) {
            query.setParameter("person", filter.person());
        }
        if (filter.kind() != null) {
            query.setParameter("kind", filter.kind());
        }
        return query;
    }

    private static RevisionSummary summary(Object[] row, String parentHash) {
        return new RevisionSummary(
                (int) row[0],
                RevisionKind.ofKey((String) row[1]),
                (String) row[2],
                (Instant) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                parentHash,
                (int) row[8],
                (int) row[9],
                (int) row[10],
                (int) row[11],
                (int) row[12],
                (boolean) row[13],
                (boolean) row[14]);
    }
}
