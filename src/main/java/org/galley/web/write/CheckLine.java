package org.galley.web.write;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
            Kind.LANGUAGE_MISMATCH, "story:language",
            Kind.MISSING_ALTERNATIVE, "story:imageAlternative");

    /** More than these nobody reads at once; the first ones are done away with first. */
    private static final int MOST_HINTS = 40;

    /** What the rail shows of all findings: everything that blocks, and as many hints as somebody may look at. */
    static List<CheckLine> of(List<StoryCheck> checks, Texts texts) {
        long blockers = checks.stream().filter(StoryCheck::blocks).count();
        long more = checks.size() - blockers - MOST_HINTS;
        if (more <= 0) {
            return checks.stream().map(check -> of(check, texts)).toList();
        }
        Stream<CheckLine> first = checks.stream().filter(StoryCheck::blocks).map(check -> of(check, texts));
        Stream<CheckLine> then = checks.stream()
                .filter(check -> !check.blocks())
                .limit(MOST_HINTS)
                .map(check -> of(check, texts));
        CheckLine rest = new CheckLine(texts.of(WriteBean.BUNDLE, "checks.more", more), "", false);
        return Stream.of(first, then, Stream.of(rest)).flatMap(lines -> lines).toList();
    }

    static CheckLine of(StoryCheck check, Texts texts) {
        String target = check.block() == null ? FIELDS.getOrDefault(check.kind(), "") : check.block();
        return new CheckLine(
                texts.of(WriteBean.BUNDLE, "check." + check.kind().key(), check.words()), target, check.blocks());
    }
}
