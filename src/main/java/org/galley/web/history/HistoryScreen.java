package org.galley.web.history;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.Restoring;
import org.galley.article.Restoring.Stream;
import org.galley.article.SaveOutcome;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.ChainCheck;
import org.galley.revision.RevisionState;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.story.AdLayout;
import org.galley.story.Story;
import org.galley.web.compare.Comparison;
import org.galley.web.compare.Wording;
import org.omnifaces.cdi.Param;

/** The history of one article: timeline, comparison of two points named in the address, restoring and undoing that. */
@Named
@RequestScoped
public class HistoryScreen {
    private static final int PAGE = 100;
    private static final String WORKING = "working";
    private static final String UNDO = "galley.undo";
    private static final String UNDO_STREAMS = "galley.undo.streams";

    @Inject
    @Param(pathIndex = 0)
    private String article;

    @Inject
    @Param
    private String from;

    @Inject
    @Param
    private String to;

    @Inject
    @Param
    private String before;

    @Inject
    @Param
    private String view;

    @Inject
    @Param
    private String check;

    @Inject
    private Articles articles;

    @Inject
    private Revisions revisions;

    @Inject
    private Restoring restoring;

    @Inject
    private Timeline timeline;

    @Inject
    private Caller caller;

    @Inject
    private FacesContext faces;

    private long id;
    private boolean found;
    private ArticleView current;
    private List<TimelineEvent> events = List.of();
    private Integer earlier;
    private boolean firstPage;
    private RevisionSummary older;
    private RevisionSummary newer;
    private Comparison comparison;
    private ChainCheck chain;

    /** Loads what the address names, or answers that there is no such article. */
    @PostConstruct
    void load() {
        try {
            id = Long.parseLong(article == null ? "" : article);
            current = articles.view(id);
            loadTimeline();
            compare();
            found = true;
        } catch (NumberFormatException | RefusedException e) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if ("chain".equals(check)) {
            chain = revisions.verify(id);
        }
    }

    private void loadTimeline() {
        int start = number(before, Integer.MAX_VALUE);
        List<RevisionSummary> page = revisions.list(id, start, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<RevisionSummary> shown = more ? page.subList(0, PAGE) : page;
        firstPage = start > current.lastRevision();
        earlier = more ? shown.get(PAGE - 1).number() : null;
        events = shown.isEmpty() ? List.of() : timeline.events(id, shown, firstPage, !more);
    }

    private void compare() {
        boolean working = WORKING.equals(to) || (to == null && from == null && current.unsaved());
        int end = working ? 0 : known(number(to, current.lastRevision()));
        int fallback = working ? current.lastRevision() : Math.max(1, end - 1);
        int start = known(number(from, fallback));
        if (!working && start > end) {
            int swap = start;
            start = end;
            end = swap;
        }
        RevisionState old = revisions.load(id, start);
        older = old.summary();
        Story story = current.story();
        AdLayout layout = current.layout();
        if (!working) {
            RevisionState fresh = revisions.load(id, end);
            newer = fresh.summary();
            story = fresh.story();
            layout = fresh.layout();
        }
        comparison = Comparison.between(old.story(), old.layout(), story, layout);
    }

    private int known(int number) {
        if (number >= 1 && number <= current.lastRevision()) {
            return number;
        }
        say(FacesMessage.SEVERITY_WARN, Wording.HISTORY.say("compare.unknown", number));
        return current.lastRevision();
    }

    private static int number(String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /**
     * Restores a revision and shows the article with what came of it.
     *
     * @param what {@code all}, {@code text} or {@code ads}
     */
    public void restore(int revision, String what) throws IOException {
        restore(revision, what, false);
    }

    /** Brings back what the article was before the last restoring. */
    public void undo(int revision, String what) throws IOException {
        restore(revision, what, true);
    }

    private void restore(int revision, String what, boolean undoing) throws IOException {
        try {
            long number = Long.parseLong(article == null ? "" : article);
            SaveOutcome outcome = restoring.restore(number, revision, streams(what), Set.of());
            tell(outcome, revision, what, undoing);
        } catch (RefusedException e) {
            say(FacesMessage.SEVERITY_ERROR, e.getMessage());
        }
        redirect();
    }

    private void tell(SaveOutcome outcome, int revision, String what, boolean undoing) {
        if (outcome.revision() == null) {
            say(FacesMessage.SEVERITY_INFO, Wording.HISTORY.say("restore.same", revision));
            return;
        }
        int made = outcome.revision().number();
        say(
                FacesMessage.SEVERITY_INFO,
                Wording.HISTORY.say(undoing ? "restore.undone" : "restore.done", revision, made));
        if (!undoing) {
            flash().put(UNDO, made - 1);
            flash().put(UNDO_STREAMS, what);
        }
    }

    private void redirect() throws IOException {
        flash().setKeepMessages(true);
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + "/history/" + article);
        faces.responseComplete();
    }

    private static Set<Stream> streams(String what) {
        return switch (what) {
            case "text" -> EnumSet.of(Stream.TEXT);
            case "ads" -> EnumSet.of(Stream.ADS);
            default -> EnumSet.allOf(Stream.class);
        };
    }

    private void say(FacesMessage.Severity severity, String text) {
        faces.addMessage(null, new FacesMessage(severity, text, null));
    }

    private Flash flash() {
        return faces.getExternalContext().getFlash();
    }

    /** The revision to which the last restoring can be undone, or null; when that is asked for, the request names it again. */
    public Object getUndo() {
        Object told = flash().get(UNDO);
        return told == null ? parameter("undoTo") : told;
    }

    public Object getUndoStreams() {
        Object told = flash().get(UNDO_STREAMS);
        return told == null ? parameter("undoWhat") : told;
    }

    private String parameter(String name) {
        return faces.getExternalContext().getRequestParameterMap().get(name);
    }

    public long getId() {
        return id;
    }

    public boolean isFound() {
        return found;
    }

    public ArticleView getCurrent() {
        return current;
    }

    public List<TimelineEvent> getEvents() {
        return events;
    }

    /** The number before which older revisions are listed, or null if all are shown. */
    public Integer getEarlier() {
        return earlier;
    }

    public boolean isFirstPage() {
        return firstPage;
    }

    public RevisionSummary getOlder() {
        return older;
    }

    /** The newer side, or null if that is the working copy. */
    public RevisionSummary getNewer() {
        return newer;
    }

    /** The value of the newer side in addresses. */
    public String getNewerKey() {
        return newer == null ? WORKING : String.valueOf(newer.number());
    }

    public Comparison getComparison() {
        return comparison;
    }

    public ChainCheck getChain() {
        return chain;
    }

    public String getChainText() {
        return chain.intact()
                ? Wording.HISTORY.say("chain.intact", chain.revisions())
                : Wording.HISTORY.say("chain.broken", chain.firstBroken(), chain.problem());
    }

    public boolean isSide() {
        return "side".equals(view);
    }

    public boolean isMayRestoreText() {
        return articles.mayWrite(current);
    }

    public boolean isMayRestoreAds() {
        return caller.has(Right.PLACE_ADS);
    }

    /** Whether the older side differs from what the article is now, so that restoring it means something. */
    public boolean isRestorable() {
        return current.unsaved() || older.number() < current.lastRevision();
    }

    public String say(String key, Object argument) {
        return Wording.HISTORY.say(key, argument);
    }

    public String person(String username) {
        return timeline.person(username);
    }
}
