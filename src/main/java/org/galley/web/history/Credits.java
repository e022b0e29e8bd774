package org.galley.web.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.galley.article.ArticleView;
import org.galley.revision.Blame;
import org.galley.revision.BlockOrigin;
import org.galley.story.Block;
import org.galley.web.compare.Wording;
import org.galley.web.shell.Times;

/** Words for who last changed each paragraph of a text. */
@ApplicationScoped
class Credits {
    @Inject
    private Blame blame;

    @Inject
    private Timeline names;

    @Inject
    private Times times;

    /** By the ids of the blocks of a revision. */
    Map<String, String> of(long article, int revision) {
        Map<String, String> credits = new HashMap<>();
        blame.of(article, revision).forEach(origin -> credits.put(origin.block(), words(origin)));
        return credits;
    }

    /** By the ids of the blocks of the working copy, some of which may be in no revision yet. */
    Map<String, String> of(ArticleView current) {
        Map<String, BlockOrigin> origins = new HashMap<>();
        blame.of(current.id(), current.lastRevision()).forEach(origin -> origins.put(origin.block(), origin));
        Map<String, String> credits = new HashMap<>();
        for (Block block : current.story().body()) {
            BlockOrigin origin = origins.get(block.id());
            boolean isKnown = origin != null
                    && origin.contentHash().equals(block.contentHash().hex());
            credits.put(block.id(), isKnown ? words(origin) : Wording.HISTORY.say("credit.none"));
        }
        return credits;
    }

    private String words(BlockOrigin origin) {
        return Wording.HISTORY.say(
                "credit", names.people(origin.authors()), origin.revision(), times.brief(origin.at()));
    }
}
