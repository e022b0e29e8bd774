package org.galley.web.history;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
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

/** The history of one article: its timeline, and beside it the comparison of two points that the address names. */
@Named
@RequestScoped
public class HistoryScreen {
    private static final String WORKING = "working";
    /** In place of a revision's number: none is compared. */
    private static final int NONE = -1;
    /** In place of a revision's number: the working copy. */
    private static final int COPY = 0;
    /** Characters of a wrong number that are told back. */
    private static final int LONGEST_TOLD = 20;

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
    @Param
    private String part;

    @Inject
    private Articles articles;

    @Inject
    private Revisions revisions;

    @Inject
    private Timeline timeline;

    @Inject
    private TimelineChoice choice;

    @Inject
    private RestoreScreen restoring;

    @Inject
    private ProposalScreen proposal;

    @Inject
    private AsOfScreen asOf;

    @Inject
    private LifeScreen life;

    @Inject
    private Credits credits;

    @Inject
    private Caller caller;

    @Inject
    private FacesContext faces;

    private long id;
    private boolean found;
    private ArticleView current;
    private Timeline.Shown shown;
    private int olderNumber = NONE;
    private int newerNumber = NONE;
    private RevisionSummary older;
    private RevisionSummary newer;
    private Comparison comparison;
    private Map<String, String> blame = Map.of();
    private ChainCheck chain;

    /** Loads what the address names, or answers that there is no such article. */
    @PostConstruct
    void load() {
        try {
            id = Long.parseLong(article == null ? "" : article);
            current = articles.view(id);
            loadWhatIsAskedFor();
            shown = timeline.page(id, choice.filter(), before, selected());
            found = true;
        } catch (NumberFormatException | RefusedException e) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if ("chain".equals(check)) {
            chain = revisions.verify(id, current.lastRevision());
        }
    }

    /** What cannot be shown, as somebody altered the history in the database, is told beside the timeline, which can. */
    private void loadWhatIsAskedFor() {
        try {
            if (isComparisonAsked()) {
                chooseSides();
                compare();
            } else if (isTimelineOnly() && (from != null || to != null)) {
                chooseSides();
            }
            if (proposal.isAsked()) {
                proposal.load(current);
            } else if (restoring.isAsked()) {
                restoring.load(current);
            } else if (asOf.isAsked()) {
                asOf.load(id);
            } else if (life.isAsked()) {
                life.load(id);
            }
        } catch (RefusedException refused) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refused.getMessage(), null));
        }
    }

    private Set<Integer> selected() {
        return new HashSet<>(List.of(olderNumber, newerNumber));
    }

    /** Finds out what the address compares, without reading it. */
    private void chooseSides() {
        // Asked for the other way round, the working copy still is the newer side.
        boolean turned = WORKING.equals(from);
        String first = turned ? to : from;
        String second = turned ? WORKING : to;
        if (WORKING.equals(first)) {
            first = null;
        }
        boolean working = WORKING.equals(second) || (second == null && first == null && current.unsaved());
        int end = working ? COPY : known(second, current.lastRevision());
        int start = known(first, working ? current.lastRevision() : Math.max(1, end - 1));
        boolean isBackwards = !working && start > end;
        olderNumber = isBackwards ? end : start;
        newerNumber = isBackwards ? start : end;
    }

    private void compare() {
        RevisionState old = revisions.load(id, olderNumber);
        Story story = current.story();
        AdLayout layout = current.layout();
        if (newerNumber != COPY) {
            RevisionState fresh = revisions.load(id, newerNumber);
            newer = fresh.summary();
            story = fresh.story();
            layout = fresh.layout();
        }
        older = old.summary();
        comparison = Comparison.between(old.story(), old.layout(), story, layout);
        blame = newer == null ? credits.of(current) : credits.of(id, newerNumber);
    }

    /** The number of a revision in an address; what is no such number is told, and the newest one shown. */
    private int known(String text, int otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= current.lastRevision()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        String shortened = text.length() > LONGEST_TOLD ? text.substring(0, LONGEST_TOLD) + "…" : text;
        faces.addMessage(
                null,
                new FacesMessage(FacesMessage.SEVERITY_WARN, Wording.HISTORY.say("compare.unknown", shortened), null));
        return current.lastRevision();
    }

    public long getId() {
        return id;
    }

    public boolean isFound() {
        return found;
    }

    /** Whether only the timeline is wanted, as its page is fetched to be put below those already shown. */
    public boolean isTimelineOnly() {
        return "timeline".equals(part);
    }

    /** Whether two states are compared, as nothing else is asked for, and they can be read. */
    public boolean isComparing() {
        return comparison != null;
    }

    private boolean isComparisonAsked() {
        return !proposal.isAsked() && !restoring.isAsked() && !asOf.isAsked() && !life.isAsked() && !isTimelineOnly();
    }

    public ArticleView getCurrent() {
        return current;
    }

    public List<TimelineGroup> getGroups() {
        return shown.groups();
    }

    /** The address of the next page of the timeline, without the path, or null if all is shown. */
    public String getEarlier() {
        return shown.next() == null ? null : "?before=" + shown.next() + sidesQuery() + choice.query();
    }

    private String sidesQuery() {
        return olderNumber == NONE
                ? ""
                : "&from=" + olderNumber + "&to=" + getNewerKey() + (isSide() ? "&view=side" : "");
    }

    /** What is compared, as it goes on in addresses: empty, or beginning with an ampersand. */
    public String getSides() {
        return sidesQuery() + choice.query();
    }

    /** The newest state in addresses. */
    public String getNow() {
        return current.unsaved() ? WORKING : String.valueOf(current.lastRevision());
    }

    /** Everybody who appears in the timeline. */
    public List<TimelineChoice.Option> getPeople() {
        return choice.people(id, timeline);
    }

    public boolean isFirstPage() {
        return before == null;
    }

    public RevisionSummary getOlder() {
        return older;
    }

    /** The newer side, or null if that is the working copy. */
    public RevisionSummary getNewer() {
        return newer;
    }

    /** The value of the newer side in addresses; empty if nothing is compared. */
    public String getNewerKey() {
        return switch (newerNumber) {
            case NONE -> "";
            case COPY -> WORKING;
            default -> String.valueOf(newerNumber);
        };
    }

    /** Whether a revision is one of the two sides. */
    public boolean isCompared(Integer number) {
        return isOlder(number) || isNewer(number);
    }

    public boolean isOlder(Integer number) {
        return number != null && number == olderNumber;
    }

    public boolean isNewer(Integer number) {
        return number != null && number == newerNumber;
    }

    public Comparison getComparison() {
        return comparison;
    }

    /** Who last changed each paragraph of the newer side, in words, by its id. */
    public Map<String, String> getBlame() {
        return blame;
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

    /** The form that picked paragraphs and fields belong to, or empty if nothing can be picked. */
    public String getPicking() {
        return isRestorable() && isMayRestoreText() ? "picks" : "";
    }

    public String say(String key, Object argument) {
        return Wording.HISTORY.say(key, argument);
    }
}
