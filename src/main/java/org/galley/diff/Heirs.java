package org.galley.diff;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.galley.story.Story;

/** Says where a block went whose id is gone from a text, for what is kept beside the text and follows its blocks. */
public final class Heirs {
    private Heirs() {}

    /**
     * By id of a block that is gone the id of the one that took it in, or that holds its words under another id; a block whose
     * words are gone too is not named.
     *
     * @param ids those to look for; such that stand in both texts, or not in the first, are passed over
     */
    public static Map<String, String> of(Collection<String> ids, Story before, Story after) {
        Map<String, String> heirs = new LinkedHashMap<>();
        BodyDiff body = null;
        for (String id : ids) {
            if (after.block(id).isPresent() || before.block(id).isEmpty()) {
                continue;
            }
            if (body == null) {
                body = new BodyDiff(before.body(), after.body(), new Lexicon(), Budget.ofComparison());
            }
            int old = body.from().indexOf(id);
            // An empty block that goes away was deleted, wherever one says that its nothing went.
            int joined = body.from().block(old).text().isBlank()
                    ? -1
                    : body.matching().joinedInto(old);
            int heir = joined >= 0 ? joined : body.matching().toOf(old);
            if (heir >= 0) {
                heirs.put(id, body.to().id(heir));
            }
        }
        return heirs;
    }
}
