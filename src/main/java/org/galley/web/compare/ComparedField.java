package org.galley.web.compare;

import java.io.Serializable;
import java.util.List;
import org.galley.diff.FieldChange;
import org.galley.diff.InlineChange;
import org.galley.diff.Op;
import org.galley.story.Inline;
import org.galley.story.Run;

/**
 * A field of the header, or a property of a block that is not its text, with what changed in it.
 *
 * @param name the field's name in the API
 * @param label the field's name in words
 * @param html both values in one, escaped
 * @param before the old value, escaped
 * @param after the new value, escaped
 */
public record ComparedField(String name, String label, String html, String before, String after)
        implements Serializable {

    /** A value that is what it was. */
    static ComparedField same(String name, String value) {
        String html = Inline.of(value).html();
        return new ComparedField(name, Wording.HISTORY.say("field." + name), html, html, html);
    }

    /** A choice that was changed, both values in words. */
    static ComparedField ofChoice(String name, String before, String after) {
        return of(
                name,
                List.of(
                        new InlineChange(Op.DELETED, before, List.of(Run.plain(before)), List.of()),
                        new InlineChange(Op.INSERTED, after, List.of(Run.plain(after)), List.of())));
    }

    /** Whether it can be restored by itself: a field of the header, and none of a decision on ads. */
    public boolean isPickable() {
        return FieldChange.isField(name);
    }

    static ComparedField of(FieldChange change) {
        return of(change.field(), change.inline());
    }

    private static ComparedField of(String name, List<InlineChange> inline) {
        return new ComparedField(
                name,
                Wording.HISTORY.say("field." + name),
                InlineMarkup.html(inline, InlineMarkup.Side.BOTH),
                InlineMarkup.html(inline, InlineMarkup.Side.BEFORE),
                InlineMarkup.html(inline, InlineMarkup.Side.AFTER));
    }
}
