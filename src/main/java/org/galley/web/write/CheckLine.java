package org.galley.web.write;

import java.io.Serializable;
import java.util.Map;
import org.galley.article.StoryCheck;
import org.galley.article.StoryCheck.Kind;
import org.galley.web.shell.Texts;

/**
 * A finding of the checks as the rail shows it.
 *
 * @param target id of the block, or of the form field, that it leads to
 * @param blocks whether the story cannot be submitted with it
 */
public record CheckLine(String text, String target, boolean blocks) implements Serializable {
    private static final Map<Kind, String> FIELDS = Map.of(
            Kind.LONG_HEADLINE, "story:headline",
            Kind.EMPTY_STANDFIRST, "story:standfirst",
            Kind.MISSING_ALTERNATIVE, "story:imageAlternative");

    static CheckLine of(StoryCheck check, Texts texts) {
        String target = check.block() == null ? FIELDS.getOrDefault(check.kind(), "") : check.block();
        return new CheckLine(texts.of("write", "check." + check.kind().key(), check.words()), target, check.blocks());
    }
}
