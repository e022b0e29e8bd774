package org.galley.article;

import java.io.Serial;
import java.util.List;
import org.galley.diff.MergeResult;
import org.galley.platform.refusal.RefusedException;

/** Two people changed the same words; nothing was saved, and both texts are here for the person to choose. */
public class EditConflictException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ArticleView current;
    private final transient MergeResult merge;

    EditConflictException(ArticleView current, MergeResult merge) {
        super(
                Kind.CONFLICT,
                "edit-conflict",
                "Somebody else changed the same words since you began. Both texts are kept; choose what stands.",
                List.of());
        this.current = current;
        this.merge = merge;
    }

    /** The article as it is now, without the refused changes. */
    public ArticleView current() {
        return current;
    }

    /** All changes of both sides but the collisions, in which the current text stands, and the collisions. */
    public MergeResult merge() {
        return merge;
    }
}
