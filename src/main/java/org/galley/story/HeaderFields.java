package org.galley.story;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The canonical text of a header: one {@code name: value} line for each field that says something, in a fixed order, repeated
 * fields repeated. Values are single lines by {@link PlainText#line}, so nothing needs escaping.
 */
final class HeaderFields {
    private HeaderFields() {}

    static String print(Header header) {
        StringBuilder out = new StringBuilder();
        line(out, "headline", header.headline());
        line(out, "standfirst", header.standfirst());
        header.bylines().forEach(byline -> line(out, "byline", byline));
        line(out, "dateline", header.dateline());
        line(out, "stamp", header.stamp() == null ? "" : header.stamp().toString());
        line(out, "section", header.section());
        line(out, "slug", header.slug());
        header.tags().forEach(tag -> line(out, "tag", tag));
        line(out, "language", header.language());
        line(out, "image-src", header.leadImage().src());
        line(out, "image-alt", header.leadImage().alt());
        line(out, "image-caption", header.leadImage().caption());
        line(out, "image-credit", header.leadImage().credit());
        return out.toString();
    }

    private static void line(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(name).append(": ").append(value).append('\n');
        }
    }

    static Header parse(String canonical) {
        Map<String, String> single = new HashMap<>();
        List<String> bylines = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String line : canonical.split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                if (line.isEmpty()) {
                    continue;
                }
                throw new IllegalArgumentException("a header line without a name");
            }
            String name = line.substring(0, colon);
            String value = line.substring(colon + 2);
            switch (name) {
                case "byline" -> bylines.add(value);
                case "tag" -> tags.add(value);
                default -> single.put(name, value);
            }
        }
        return new Header(
                single.get("headline"),
                single.get("standfirst"),
                bylines,
                single.get("dateline"),
                stamp(single.get("stamp")),
                single.get("section"),
                single.get("slug"),
                tags,
                single.get("language"),
                new Picture(
                        single.get("image-src"),
                        single.get("image-alt"),
                        single.get("image-caption"),
                        single.get("image-credit")));
    }

    private static OffsetDateTime stamp(String value) {
        try {
            return value == null ? null : OffsetDateTime.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a header whose stamp is no time", e);
        }
    }
}
