package org.galley.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleState;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.config.GalleySettings;
import org.galley.story.TextCount;

/** What a line of the desk looks like, and where it leads the person who looks at it. */
@Named
@ApplicationScoped
public class LineWords {
    /** What an editor decides on, and does not write. */
    private static final Set<ArticleState> REVIEWED =
            Set.of(ArticleState.SUBMITTED, ArticleState.APPROVED, ArticleState.SCHEDULED);

    /** How far from the wanted length a text may be before the desk says so. */
    private static final double TOLERANCE = 0.2;

    @Inject
    private GalleySettings settings;

    @Inject
    private Caller caller;

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

    /** Whether the text is much longer or shorter than it is wanted. */
    public boolean misses(ArticleLine line) {
        return line.wantedWords() != null
                && Math.abs(line.words() - line.wantedWords()) > TOLERANCE * line.wantedWords();
    }

    public boolean mayAssign() {
        return caller.has(Right.ASSIGN);
    }

    /** Whether this person may raise a legal question, or settle it, or assign. */
    public boolean mayChange(ArticleLine line) {
        return !line.state().isAtRest() && (mayAssign() || caller.has(Right.ADMINISTER) || isOwn(line));
    }

    private boolean isOwn(ArticleLine line) {
        String me = caller.username();
        return caller.has(Right.WRITE_OWN) && (me.equals(line.createdBy()) || me.equals(line.assignee()));
    }

    public boolean maySettle() {
        return mayAssign() || caller.has(Right.ADMINISTER);
    }

    public boolean mayTake(ArticleLine line) {
        return line.assignee() == null
                && caller.has(Right.WRITE_OWN)
                && !line.state().isAtRest();
    }

    public boolean mayGiveBack(ArticleLine line) {
        return caller.username().equals(line.assignee())
                && caller.has(Right.WRITE_OWN)
                && !line.state().isAtRest();
    }

    /** A time as the browser's fields for times have it, in the desk's zone; empty for null. */
    public String local(Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        at.atZone(settings.zone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES));
    }
}
