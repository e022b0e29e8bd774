package org.galley.web.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleLists;
import org.galley.article.ArticleQuery;
import org.galley.article.ArticleState;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.People;
import org.galley.people.Right;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.story.TextCount;
import org.omnifaces.cdi.Param;

/** The desk: which queue is shown, how many stories wait in each, and where a story's line leads. */
@Named
@ViewScoped
public class DeskBean implements Serializable {
    private static final long serialVersionUID = 1L;
    /** What an editor decides on, and does not write. */
    private static final Set<ArticleState> REVIEWED =
            Set.of(ArticleState.SUBMITTED, ArticleState.APPROVED, ArticleState.SCHEDULED);

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

    @Inject
    @Param(name = "queue")
    private String wantedQueue;

    @Inject
    @Param(name = "q")
    private String wantedText;

    @Inject
    @Param(name = "section")
    private String wantedSection;

    private Queue queue;
    private String text;
    private String section;
    private List<QueueCount> queues;
    private List<ArticleLine> held;
    private List<SectionName> sectionNames;
    private Map<String, String> names;
    private transient StoryTable stories;

    @PostConstruct
    void open() {
        Account person = caller.signedIn();
        sectionNames = sections.all();
        queue = Queue.ofKey(wantedQueue)
                .filter(Queue.of(person)::contains)
                .orElseGet(() -> wantedText == null || wantedText.isBlank() ? Queue.firstFor(person) : Queue.ALL);
        text = wantedText == null ? "" : wantedText.strip();
        section = sectionNames.stream()
                .map(SectionName::key)
                .filter(key -> key.equals(wantedSection))
                .findFirst()
                .orElse("");
        held = caller.has(Right.PUBLISH) ? lists.held() : List.of();
        queues = Queue.of(person).stream().map(one -> count(one, person)).toList();
        names = new HashMap<>();
        people.all().forEach(account -> names.put(account.username(), account.displayName()));
    }

    private QueueCount count(Queue one, Account person) {
        long stories = lists.count(one.query(person));
        boolean waiting = stories > 0
                && ((one == Queue.TO_APPROVE && person.has(Right.APPROVE))
                        || (one == Queue.SCHEDULED && !held.isEmpty())
                        || (one == Queue.SENT_BACK && person.has(Right.WRITE_OWN)));
        return new QueueCount(one, stories, one == queue, waiting);
    }

    /** What the clock should have published and did not: whoever publishes has to see it, on whatever queue they are. */
    public List<ArticleLine> getHeld() {
        return held;
    }

    public boolean embargoed(ArticleLine line) {
        return line.embargoUntil() != null && clock.instant().isBefore(line.embargoUntil());
    }

    public StoryTable getStories() {
        if (stories == null) {
            stories = new StoryTable(lists, query());
        }
        return stories;
    }

    private ArticleQuery query() {
        ArticleQuery query = queue.query(caller.signedIn());
        if (!text.isEmpty()) {
            query = query.withText(text);
        }
        return section.isEmpty() ? query : query.withSection(section);
    }

    public Queue getQueue() {
        return queue;
    }

    public String getText() {
        return text;
    }

    public String getSection() {
        return section;
    }

    public List<QueueCount> getQueues() {
        return queues;
    }

    public List<SectionName> getSectionNames() {
        return sectionNames;
    }

    /** Whether the queue is narrowed by words or a section. */
    public boolean isNarrowed() {
        return !text.isEmpty() || !section.isEmpty();
    }

    /** The screen on which this person works on that story, as a path in this application. */
    public String path(ArticleLine line) {
        if (caller.has(Right.APPROVE) && REVIEWED.contains(line.state())) {
            return "/review/" + line.id();
        }
        boolean placesAdsOnly = caller.has(Right.PLACE_ADS) && !caller.has(Right.WRITE_OWN);
        return (placesAdsOnly ? "/ads/" : "/write/") + line.id();
    }

    /** The look of a state; its word says the same. */
    public String tone(ArticleLine line) {
        return switch (line.state()) {
            case DRAFT, ARCHIVED, SPIKED -> "";
            case SUBMITTED -> "acc";
            case SENT_BACK -> "warn";
            case APPROVED, SCHEDULED, PUBLISHED -> "ok";
            case WITHDRAWN -> "err";
        };
    }

    public int minutes(ArticleLine line) {
        return new TextCount(line.words(), 0).readingMinutes();
    }

    public String sectionName(ArticleLine line) {
        return sectionNames.stream()
                .filter(name -> name.key().equals(line.section()))
                .map(SectionName::name)
                .findFirst()
                .orElse(line.section());
    }

    public String name(String username) {
        return names.getOrDefault(username, username);
    }
}
