package org.galley.adslot;

import java.util.List;
import org.galley.article.ArticleView;
import org.galley.article.EarlierState;
import org.galley.diff.Anchors;
import org.galley.diff.LayoutMerge;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;

/** What was saved since somebody began to arrange an article's slots, and what becomes of a layout of theirs together with it. */
public final class Meanwhile {
    private final EarlierState began;
    private final ArticleView now;
    private final AdLayout before;

    /** @param began what the article was when they began */
    public Meanwhile(EarlierState began, ArticleView now) {
        this.began = began;
        this.now = now;
        before = Anchors.follow(began.layout(), began.story(), now.story());
    }

    /** The article as it is now. */
    public ArticleView now() {
        return now;
    }

    /** The article as it was when they began. */
    public EarlierState began() {
        return began;
    }

    /** Whether the paragraphs are others than those for which the layout was made. */
    public boolean isTextOther() {
        return !began.story().body().equals(now.story().body());
    }

    /** A layout of theirs together with what was saved; a slot that both changed in different ways stands as it is theirs. */
    public AdLayout together(AdLayout theirs) {
        return LayoutMerge.preferringIncoming(before, now.layout(), followed(theirs));
    }

    /** Ids of the slots of a layout of theirs that were saved changed in another way. */
    public List<String> clashes(AdLayout theirs) {
        return LayoutMerge.threeWay(before, now.layout(), followed(theirs)).conflictingSlots();
    }

    /** The slots of a layout of theirs that lose their paragraph, as they come to stand. */
    public List<AdSlot> uprooted(AdLayout theirs) {
        return followed(theirs).slots().stream()
                .filter(slot -> slot.state() == SlotState.DISPLACED || slot.state() == SlotState.ORPHANED)
                .filter(slot -> theirs.slot(slot.id())
                        .filter(old -> old.state() == SlotState.PLACED)
                        .isPresent())
                .toList();
    }

    private AdLayout followed(AdLayout theirs) {
        return Anchors.follow(theirs, began.story(), now.story());
    }
}
