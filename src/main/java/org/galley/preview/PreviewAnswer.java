package org.galley.preview;

import org.galley.publishing.ServedPage;

/**
 * What a link opens: a page or a refusal, exactly one of them.
 *
 * @param page null if it is refused
 * @param refusal null if it is not
 */
public record PreviewAnswer(ServedPage page, PreviewRefusal refusal) {
    static PreviewAnswer of(ServedPage page) {
        return new PreviewAnswer(page, null);
    }

    static PreviewAnswer refused(PreviewRefusal why) {
        return new PreviewAnswer(null, why);
    }
}
