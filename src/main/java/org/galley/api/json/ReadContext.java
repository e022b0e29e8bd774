package org.galley.api.json;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.galley.story.AdLayout;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.Story;

/**
 * What a reader must know of the story that a request changes.
 *
 * <p>For a save, {@code base} and {@code ads} are the state that the client started from (the version in {@code If-Match}),
 * not the newest one: then what the client leaves out reads as "I did not change it", and a merge keeps what others did.
 *
 * @param base the story before the change
 * @param ads the layout before the change
 * @param ids issues ids for new blocks and slots; should know every id that the article ever had
 * @param zone the zone of a stamp that names none
 */
public record ReadContext(Story base, AdLayout ads, BlockIds ids, ZoneId zone) {

    public ReadContext {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(ads, "ads");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(zone, "zone");
    }

    /**
     * For a story that does not exist yet.
     *
     * @param defaults what absent header members mean, such as the desk's section and language
     */
    public static ReadContext forNew(Header defaults, BlockIds ids, ZoneId zone) {
        return new ReadContext(new Story(defaults, List.of()), AdLayout.EMPTY, ids, zone);
    }
}
