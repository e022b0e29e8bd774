package org.galley.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.galley.revision.TimelineFilter;
import org.galley.revision.TimelineStream;
import org.galley.revision.Timelines;
import org.galley.web.compare.Wording;
import org.omnifaces.cdi.Param;

/** Which lines of the timeline somebody chose to see: by stream, person and kind, all in the address. */
@Named
@RequestScoped
public class TimelineChoice {
    /** Kinds of revisions and steps that somebody may look for, in the order of the list. */
    static final List<String> KINDS = List.of(
            "save",
            "session",
            "restore",
            "merge",
            "import",
            "ads",
            "submit",
            "request-changes",
            "approve",
            "publish",
            "correct",
            "schedule",
            "unschedule",
            "embargo",
            "lift-embargo",
            "approval-voided",
            "schedule-voided",
            "held",
            "reopened",
            "ads-ahead",
            "as-published",
            "withdraw",
            "spike",
            "unspike",
            "archive",
            "unarchive",
            "assign",
            "take",
            "give-back",
            "legal-flag",
            "legal-clear",
            "wire-proposed",
            "wire-taken",
            "wire-dismissed",
            "wire-cancelled");

    @Inject
    @Param
    private String person;

    @Inject
    @Param
    private String kind;

    @Inject
    private Timelines timelines;

    @Inject
    private FacesContext faces;

    /** A choice of a list as it is shown. */
    public record Option(String value, String label, boolean chosen) {}

    TimelineFilter filter() {
        return new TimelineFilter(streams(), blankToNull(person), blankToNull(kind));
    }

    private Set<TimelineStream> streams() {
        Set<TimelineStream> streams = EnumSet.noneOf(TimelineStream.class);
        String[] keys =
                faces.getExternalContext().getRequestParameterValuesMap().get("stream");
        for (String key : keys == null ? new String[0] : keys) {
            TimelineStream.ofKey(key).ifPresent(streams::add);
        }
        return streams.isEmpty() ? EnumSet.allOf(TimelineStream.class) : streams;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Whether anything is left out. */
    public boolean isActive() {
        return !filter().equals(TimelineFilter.ALL);
    }

    /** The choice as it goes on in addresses: empty, or beginning with an ampersand. */
    public String query() {
        StringBuilder query = new StringBuilder();
        Set<TimelineStream> streams = streams();
        if (streams.size() < TimelineStream.values().length) {
            streams.forEach(stream -> query.append("&stream=").append(stream.key()));
        }
        append(query, "person", person);
        append(query, "kind", kind);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        if (blankToNull(value) != null) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    public boolean shows(String stream) {
        return streams().stream().anyMatch(one -> one.key().equals(stream));
    }

    /** Everybody who appears in the timeline of an article. */
    public List<Option> people(long article, Timeline names) {
        return timelines.people(article).stream()
                .map(username -> new Option(username, names.person(username), username.equals(person)))
                .toList();
    }

    public List<Option> getKinds() {
        return KINDS.stream()
                .map(key -> new Option(key, Wording.HISTORY.say("kind.of." + key), key.equals(kind)))
                .toList();
    }
}
