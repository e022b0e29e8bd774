package org.galley.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.galley.platform.config.GalleySettings;
import org.galley.publishing.Editions;
import org.galley.publishing.ServedPage;
import org.galley.revision.RevisionState;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.web.compare.Comparison;
import org.galley.web.compare.Wording;
import org.galley.web.shell.Times;
import org.omnifaces.cdi.Param;

/** The article at a past moment: what the desk had, and what readers saw. */
@Named
@RequestScoped
public class AsOfScreen {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    /** A day from either end, so that the moment is of a year with four digits in every zone. */
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    @Inject
    @Param
    private String at;

    @Inject
    @Param
    private String view;

    @Inject
    private Revisions revisions;

    @Inject
    private Editions editions;

    @Inject
    private GalleySettings settings;

    @Inject
    private Times times;

    private Instant moment;
    private RevisionState state;
    private ServedPage page;

    boolean isAsked() {
        return at != null && !at.isBlank();
    }

    void load(long article) {
        moment = parse(at.strip());
        if (moment != null) {
            state = revisions.loadAt(article, moment).orElse(null);
            Optional<ServedPage> seen = editions.seenAt(article, moment);
            page = seen.orElse(null);
        }
    }

    /** A time with its zone, or one of the desk's; null if it is neither. A minute means all of it, as the field has no seconds. */
    private Instant parse(String text) {
        try {
            // A plus sign in an address that nobody escaped arrives as a space.
            return ofOurYears(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeException withoutZone) {
            try {
                LocalDateTime local = LocalDateTime.parse(text);
                LocalDateTime meant = local.getSecond() == 0 && local.getNano() == 0
                        ? local.plusMinutes(1).minusNanos(1000)
                        : local;
                return ofOurYears(meant.atZone(settings.zone()).toInstant());
            } catch (DateTimeException noTime) {
                return null;
            }
        }
    }

    /** Null for a moment that no calendar on a screen can name. */
    private static Instant ofOurYears(Instant instant) {
        return instant.isBefore(FIRST) || instant.isAfter(LAST) ? null : instant;
    }

    public boolean isShown() {
        return isAsked();
    }

    /** Whether the address names a moment that can be understood. */
    public boolean isUnderstood() {
        return moment != null;
    }

    /** What was typed, for the field; empty at first. */
    public String getField() {
        if (!isAsked()) {
            return "";
        }
        return moment == null ? at : FIELD.format(moment.atZone(settings.zone()));
    }

    public String getHeading() {
        return moment == null
                ? Wording.HISTORY.say("asof.not")
                : Wording.HISTORY.say("asof.heading", times.full(moment), times.getZoneName());
    }

    /** The moment in addresses. */
    public String getKey() {
        return moment == null ? "" : URLEncoder.encode(moment.toString(), StandardCharsets.UTF_8);
    }

    /** The revision that was the newest, or null if the article was not there yet. */
    public RevisionSummary getRevision() {
        return state == null ? null : state.summary();
    }

    public boolean isForReaders() {
        return "readers".equals(view);
    }

    /** Whether readers had an edition, or a word on why there is none any more. */
    public boolean isSeen() {
        return page != null;
    }

    /** The text and ads of then, without marks. */
    public Comparison getText() {
        return state == null ? null : Comparison.between(state.story(), state.layout(), state.story(), state.layout());
    }
}
