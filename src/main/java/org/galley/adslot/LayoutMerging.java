package org.galley.adslot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.diff.Anchors;
import org.galley.diff.LayoutMerge;
import org.galley.diff.LayoutMergeResult;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;

/** Brings a layout that was made from an older version together with what has happened to text and ads since. */
@Dependent
class LayoutMerging {
    @Inject
    private Articles articles;

    /** @throws RefusedException conflict, if a slot was changed on both sides in different ways, or the base is too old */
    AdLayout merge(ArticleView current, long base, AdLayout layout) {
        EarlierState earlier = articles.earlier(current.id(), base);
        AdLayout before = Anchors.follow(earlier.layout(), earlier.story(), current.story());
        AdLayout wanted = Anchors.follow(layout, earlier.story(), current.story());
        LayoutMergeResult result = LayoutMerge.threeWay(before, current.layout(), wanted);
        if (!result.conflictingSlots().isEmpty()) {
            throw RefusedException.conflict(
                    "layout-conflict",
                    "Somebody else changed the same ad slots since you began: "
                            + result.conflictingSlots().stream()
                                    .map(SlotNames.of(earlier.story(), earlier.layout())::of)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return result.layout();
    }
}
