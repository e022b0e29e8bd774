package org.galley.web.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.galley.story.Header;
import org.galley.web.compare.Wording;
import org.galley.web.shell.Times;

/**
 * A field of the header as an editor reads it before anything is agreed on.
 *
 * @param name the field's name in words
 * @param value never empty, not escaped
 */
public record HeaderFact(String name, String value) {

    /**
     * Every field that says something, in the order in which readers meet them; without what stands above the text: headline, standfirst and picture.
     *
     * @param section the name of its section
     */
    static List<HeaderFact> of(Header header, String section, Times times) {
        List<HeaderFact> facts = new ArrayList<>();
        add(facts, "bylines", String.join(", ", header.bylines()));
        add(facts, "dateline", header.dateline());
        add(
                facts,
                "stamp",
                header.stamp() == null ? "" : times.full(header.stamp().toInstant()));
        add(facts, "section", section);
        add(facts, "slug", header.slug());
        add(facts, "tags", String.join(", ", header.tags()));
        add(facts, "language", Locale.forLanguageTag(header.language()).getDisplayName(Locale.ENGLISH));
        return List.copyOf(facts);
    }

    private static void add(List<HeaderFact> facts, String field, String value) {
        if (!value.isEmpty()) {
            facts.add(new HeaderFact(Wording.HISTORY.say("field." + field), value));
        }
    }
}
