package org.galley.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleLists;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleState;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.config.GalleySettings;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.search.Highlight;
import org.galley.search.StorySearch;
import org.galley.workflow.Action;

/** Pages of the desk's lists for whoever looks at them, with the places of searched words, and what the queues count. */
@ApplicationScoped
@Transactional
public class DeskLists {
    /** How far stories of a narrowed queue are counted. */
    public static final int COUNTED = 1_000;

    /** Queues that grow with every story ever written. */
    private static final Set<Queue> LARGE = Set.of(Queue.LIVE, Queue.ALL);

    @Inject
    private ArticleLists lists;

    @Inject
    private LargeCounts large;

    @Inject
    private StorySearch search;

    @Inject
    private WorkflowLog log;

    @Inject
    private GalleySettings settings;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * A page of a list.
     *
     * @param highlights where searched words stand, by article; empty if nothing is searched for
     * @param sentBack who sent stories back and why, by article, for those that are sent back
     * @param before the place of the page before, or null if this is the first
     * @param after the place of the page behind, or null if this is the last
     */
    public record DeskPage(
            List<ArticleLine> lines,
            Map<Long, Highlight> highlights,
            Map<Long, WorkflowStep> sentBack,
            ArticleQuery.Position before,
            ArticleQuery.Position after) {}

    /**
     * The page of a list at a place.
     *
     * @param from null for the first page
     * @param size how many lines a page has
     */
    public DeskPage page(DeskFilter filter, ArticleQuery.Position from, int size) {
        caller.require(Right.READ_STORIES);
        ArticleQuery query = query(filter).withFrom(from);
        boolean backwards = from != null && from.backwards();
        List<ArticleLine> found = lists.list(query, size + 1);
        boolean more = found.size() > size;
        List<ArticleLine> lines = !more ? found : backwards ? found.subList(1, size + 1) : found.subList(0, size);
        boolean isBehind = !lines.isEmpty() && (backwards || more);
        boolean isBefore = !lines.isEmpty() && (backwards ? more : from != null);
        Map<Long, Highlight> highlights =
                search.highlights(lines.stream().map(ArticleLine::id).toList(), filter.text());
        return new DeskPage(
                List.copyOf(lines),
                highlights,
                sentBack(lines),
                isBefore ? lines.get(0).place(query.order(), true) : null,
                isBehind ? lines.get(lines.size() - 1).place(query.order(), false) : null);
    }

    private Map<Long, WorkflowStep> sentBack(List<ArticleLine> lines) {
        return log.newest(
                lines.stream()
                        .filter(line -> line.state() == ArticleState.SENT_BACK)
                        .map(ArticleLine::id)
                        .toList(),
                Action.REQUEST_CHANGES.key());
    }

    /** How many stories a list has, counted no further than to one more than {@link #COUNTED}. */
    public int count(DeskFilter filter) {
        boolean isWordsAlone =
                filter.withOrder(null).equals(DeskFilter.of(Queue.ALL).withText(filter.text()));
        if (isWordsAlone && search.isInMoreThan(COUNTED, filter.text())) {
            return COUNTED + 1;
        }
        return lists.countUpTo(query(filter), COUNTED);
    }

    /** How many stories each of the caller's queues holds. */
    public Map<Queue, Long> tallies() {
        Account person = caller.signedIn();
        Map<Queue, Long> tallies = new EnumMap<>(Queue.class);
        Queue.of(person).forEach(queue -> {
            ArticleQuery query = queue.query(person);
            tallies.put(queue, LARGE.contains(queue) ? large.count(query, lists::count) : lists.count(query));
        });
        return tallies;
    }

    private ArticleQuery query(DeskFilter filter) {
        return filter.query(caller.signedIn(), clock.instant(), settings.zone());
    }
}
