package org.galley.adslot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;

/** Brings a layout that was made from an older version together with what has happened to text and ads since. */
@Dependent
class LayoutMerging {
    /** The refusal's code where two people changed one slot in different ways. */
    static final String CLASH = "layout-conflict";

    @Inject
    private Articles articles;

    /** @throws RefusedException conflict, if a slot was changed on both sides in different ways, or the base is too old */
    AdLayout merge(ArticleView current, long base, AdLayout layout) {
        EarlierState earlier = articles.earlier(current.id(), base);
        Meanwhile meanwhile = new Meanwhile(earlier, current);
        List<String> clashes = meanwhile.clashes(layout);
        if (!clashes.isEmpty()) {
            throw RefusedException.conflict(
                    CLASH,
                    "Somebody else changed the same ad slots since you began: "
                            + clashes.stream()
                                    .map(SlotNames.of(earlier.story(), earlier.layout())::of)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return meanwhile.together(layout);
    }
}
