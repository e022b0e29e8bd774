package org.galley.web.compare;

import java.io.Serializable;
import java.util.List;
import org.galley.diff.FieldChange;
import org.galley.diff.InlineChange;

/**
 * A changed field of the header, or a changed property of a block.
 *
 * @param name the field's name in the API
 * @param label the field's name in words
 * @param html both values in one, escaped
 * @param before the old value, escaped
 * @param after the new value, escaped
 */
public record ComparedField(String name, String label, String html, String before, String after)
        implements Serializable {

    static ComparedField of(FieldChange change) {
        List<InlineChange> inline = change.inline();
        return new ComparedField(
                change.field(),
                Wording.HISTORY.say("field." + change.field()),
                InlineMarkup.html(inline, InlineMarkup.Side.BOTH),
                InlineMarkup.html(inline, InlineMarkup.Side.BEFORE),
                InlineMarkup.html(inline, InlineMarkup.Side.AFTER));
    }
}
