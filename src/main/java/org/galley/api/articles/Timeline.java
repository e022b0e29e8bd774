package org.galley.api.articles;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.galley.api.json.Page;
import org.galley.api.json.PageKey;
import org.galley.api.json.PageRequest;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.TimelineFilter;
import org.galley.revision.TimelineKey;
import org.galley.revision.TimelineLine;
import org.galley.revision.TimelineStream;
import org.galley.revision.Timelines;

/** Pages of an article's timeline, as the API asks for them. */
@Dependent
class Timeline {
    private static final PageKey KEY = new PageKey("timeline", 3);

    @Inject
    private Timelines timelines;

    /**
     * @param streams keys of {@link TimelineStream}; none for all
     * @param person a username, or null
     * @param kind of a revision or an action of the workflow, or null
     */
    JsonObject page(long article, String limit, String after, List<String> streams, String person, String kind) {
        PageRequest asked = PageRequest.parse(limit, after, KEY);
        TimelineKey from = asked.isFirst() ? TimelineKey.NEWEST : place(asked);
        TimelineFilter filter = new TimelineFilter(streams(streams), blankToNull(person), blankToNull(kind));
        List<TimelineLine> lines = timelines.after(article, filter, from, asked.limit() + 1);
        return Page.of(lines, asked, KEY, Timeline::place).toJson(Timeline::json);
    }

    private static JsonObject json(TimelineLine line) {
        return line.revision() == null ? HistoryJson.write(line.step()) : HistoryJson.write(line.revision());
    }

    private static List<String> place(TimelineLine line) {
        TimelineKey key = line.place();
        return List.of(
                String.valueOf(key.revisionsBelow()), String.valueOf(key.micros()), String.valueOf(key.stepsBelow()));
    }

    private static TimelineKey place(PageRequest asked) {
        int below = asked.after(0, Integer::valueOf);
        long id = asked.after(2, Long::valueOf);
        return asked.after(1, micros -> TimelineKey.of(below, Long.parseLong(micros), id));
    }

    private static Set<TimelineStream> streams(List<String> keys) {
        Set<TimelineStream> streams = EnumSet.noneOf(TimelineStream.class);
        for (String key : keys) {
            streams.add(TimelineStream.ofKey(key)
                    .orElseThrow(() -> RefusedException.invalid("stream", "A stream is text, ads or workflow.")));
        }
        return streams;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
