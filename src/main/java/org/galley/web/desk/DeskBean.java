package org.galley.web.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleLists;
import org.galley.article.ArticleQuery.Position;
import org.galley.article.Embargo;
import org.galley.desk.DeskColumn;
import org.galley.desk.DeskFilter;
import org.galley.desk.DeskLists;
import org.galley.desk.DeskViews;
import org.galley.desk.Queue;
import org.galley.desk.SavedView;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.People;
import org.galley.people.Right;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.revision.WorkflowStep;
import org.galley.search.Highlight;

/** The desk: which list is shown, what it counts, and how a place in it is named in addresses. */
@Named
@ViewScoped
public class DeskBean implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;
    private static final String ADDRESS = "/desk?";

    @Inject
    private DeskLists desk;

    @Inject
    private DeskViews deskViews;

    @Inject
    private ArticleLists lists;

    @Inject
    private Sections sections;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private transient Clock clock;

    private DeskFilter filter;
    private SavedView view;
    private boolean viewMissing;
    private Position from;
    private List<SavedView> views;
    private List<QueueCount> queues;
    private List<DeskColumn> columns;
    private List<ArticleLine> held;
    private List<ArticleLine> lines;
    private Map<Long, Highlight> highlights;
    private Map<Long, WorkflowStep> sentBack;
    private String before;
    private String after;
    private long stories;
    private List<SectionName> sectionNames;
    private Map<String, String> names;

    @PostConstruct
    void open() {
        Account person = caller.signedIn();
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        view = asked.getOrDefault("view", "").matches("\\d{1,18}")
                ? deskViews.find(Long.parseLong(asked.get("view"))).orElse(null)
                : null;
        viewMissing = view == null && !asked.getOrDefault("view", "").isEmpty();
        boolean searches = !asked.getOrDefault("q", "").isBlank();
        filter = view == null ? DeskFilter.of(asked, searches ? Queue.ALL : Queue.firstFor(person)) : view.filter();
        if (!Queue.of(person).contains(filter.queue())) {
            filter = DeskFilter.of(Queue.firstFor(person));
        }
        from = Places.read(asked.get("from")).orElse(null);
        sectionNames = sections.all();
        names = new HashMap<>();
        people.all().forEach(account -> names.put(account.username(), account.displayName()));
        load();
    }

    /** Reads the list anew, at the same place. */
    void load() {
        Account person = caller.signedIn();
        views = deskViews.own();
        columns = view == null || view.columns().isEmpty() ? deskViews.columns() : view.columns();
        held = caller.has(Right.PUBLISH) ? lists.held() : List.of();
        Map<Queue, Long> tallies = desk.tallies();
        queues = Queue.of(person).stream()
                .map(one -> count(one, tallies.get(one), person))
                .toList();
        DeskLists.DeskPage page = desk.page(filter, from, PAGE);
        if (page.lines().isEmpty() && from != null) {
            // What stood here is gone; the list may still have others.
            from = null;
            page = desk.page(filter, null, PAGE);
        }
        lines = page.lines();
        highlights = new HashMap<>(page.highlights());
        sentBack = new HashMap<>(page.sentBack());
        before = Places.write(page.before());
        after = Places.write(page.after());
        boolean isWhole = before == null && after == null;
        if (isWhole) {
            stories = lines.size();
        } else {
            stories = filter.isNarrowed() ? desk.count(filter) : tallies.get(filter.queue());
        }
    }

    private QueueCount count(Queue one, long holds, Account person) {
        boolean waiting = holds > 0
                && ((one == Queue.TO_APPROVE && person.has(Right.APPROVE))
                        || (one == Queue.SCHEDULED && !held.isEmpty())
                        || (one == Queue.SENT_BACK && person.has(Right.WRITE_OWN)));
        return new QueueCount(one, holds, view == null && one == filter.queue(), waiting);
    }

    /** What the clock should have published and did not: whoever publishes has to see it, on whatever queue they are. */
    public List<ArticleLine> getHeld() {
        return held;
    }

    public DeskFilter getFilter() {
        return filter;
    }

    public Queue getQueue() {
        return filter.queue();
    }

    /** The saved view that is shown, or null. */
    public SavedView getView() {
        return view;
    }

    /** Whether a view was asked for that is not there, or no longer. */
    public boolean isViewMissing() {
        return viewMissing;
    }

    public boolean isOwnView() {
        return view != null && view.owner().equals(caller.username());
    }

    public List<SavedView> getViews() {
        return views;
    }

    public List<QueueCount> getQueues() {
        return queues;
    }

    public List<ArticleLine> getLines() {
        return lines;
    }

    public List<DeskColumn> getColumns() {
        return columns;
    }

    public boolean shows(String column) {
        return DeskColumn.ofKey(column).filter(columns::contains).isPresent();
    }

    public List<SectionName> getSectionNames() {
        return sectionNames;
    }

    /** Names of people by their usernames. */
    public Map<String, String> getNames() {
        return names;
    }

    /** How many stories the list has, as far as they are counted. */
    public long getStories() {
        return stories;
    }

    /** Whether there are more stories than are counted. */
    public boolean isUncounted() {
        return filter.isNarrowed() && stories > DeskLists.COUNTED;
    }

    public int getCounted() {
        return DeskLists.COUNTED;
    }

    public String getBefore() {
        return before;
    }

    public String getAfter() {
        return after;
    }

    /** The address of this list at another place, below the context root. */
    public String at(String place) {
        String list = view == null ? filter.address() : "view=" + view.id();
        return ADDRESS + list + (place == null ? "" : "&from=" + URLEncoder.encode(place, StandardCharsets.UTF_8));
    }

    public String getFirst() {
        return at(null);
    }

    /** Whether some other page than the first is shown. */
    public boolean isFurther() {
        return from != null;
    }

    /** Where words that are searched for stand in the headline; otherwise all of it. */
    public List<Highlight.Piece> headline(ArticleLine line) {
        Highlight found = highlights.get(line.id());
        return found == null || found.headline().isEmpty()
                ? List.of(new Highlight.Piece(line.headline(), false))
                : found.headline();
    }

    /** A few words around the places in text, tags or people; empty without a search. */
    public List<Highlight.Piece> excerpt(ArticleLine line) {
        Highlight found = highlights.get(line.id());
        return found == null ? List.of() : found.excerpt();
    }

    /** Who sent a story back and why; null for others. */
    public WorkflowStep sentBack(ArticleLine line) {
        return sentBack.get(line.id());
    }

    public boolean isLate(ArticleLine line) {
        return line.isLate(clock.instant());
    }

    public boolean embargoed(ArticleLine line) {
        return line.embargoUntil() != null && clock.instant().isBefore(line.embargoUntil());
    }

    /** Whether nobody knows when the embargo ends. */
    public boolean embargoedWithoutEnd(ArticleLine line) {
        return Embargo.FURTHER_NOTICE.equals(line.embargoUntil());
    }
}
