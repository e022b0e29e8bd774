package org.galley.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.galley.api.problem.Rules;
import org.galley.story.Header;
import org.galley.story.Links;
import org.galley.story.Picture;

/** Reads and writes the members that stand above a story's body. */
final class HeaderJson {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int LONGEST_TIME = 64;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private HeaderJson() {}

    /** @param base what absent members mean */
    static Header read(Members members, Header base, ZoneId zone) {
        return new Header(
                members.line("headline", base.headline(), Limits.HEADLINE),
                members.line("standfirst", base.standfirst(), Limits.STANDFIRST),
                members.lines("bylines", base.bylines(), Limits.BYLINES, Limits.NAME),
                members.line("dateline", base.dateline(), Limits.NAME),
                stamp(members, base.stamp(), zone),
                key(members, "section", base.section()),
                key(members, "slug", base.slug()),
                members.lines("tags", base.tags(), Limits.TAGS, Limits.TAG),
                language(members, base.language()),
                leadImage(members, base.leadImage()));
    }

    private static String key(Members members, String name, String base) {
        String key = members.line(name, base, Limits.KEY);
        if (!key.isEmpty() && !key.equals(base) && !Limits.SLUG.matcher(key).matches()) {
            members.fault(
                    name,
                    Rules.FORM,
                    name + " is small letters a to z and digits in groups joined by single hyphens, such as"
                            + " winter-storm-2");
        }
        return key;
    }

    private static String language(Members members, String base) {
        String tag = members.line("language", base, Limits.KEY);
        if (!tag.isEmpty() && !tag.equals(base)) {
            try {
                new Locale.Builder().setLanguageTag(tag);
            } catch (IllformedLocaleException e) {
                members.fault("language", Rules.FORM, "language is a BCP 47 tag such as en, uk or de-AT");
            }
        }
        return tag;
    }

    private static OffsetDateTime stamp(Members members, OffsetDateTime base, ZoneId zone) {
        if (!members.has("stamp")) {
            return base;
        }
        String text = members.text("stamp", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime time = time(text, zone);
            if (time.equals(base) || (time.getYear() >= 1 && time.getYear() <= 9999)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        members.fault(
                "stamp",
                Rules.FORM,
                "stamp is a time of ISO 8601 with an offset, with Z or without a zone, such as 2024-12-04T16:28:00+02:00");
        return base;
    }

    private static OffsetDateTime time(String text, ZoneId zone) {
        if (text.length() > LONGEST_TIME) {
            throw new DateTimeException("too long for a time");
        }
        TemporalAccessor parsed = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime time
                ? time
                : LocalDateTime.from(parsed).atZone(zone).toOffsetDateTime();
    }

    private static Picture leadImage(Members members, Picture base) {
        if (!members.has("leadImage")) {
            return base;
        }
        return members.object("leadImage")
                .map(image -> {
                    Picture picture = picture(image);
                    image.refuseOthers();
                    return picture;
                })
                .orElse(Picture.NONE);
    }

    /** The four members of a picture, as they stand in {@code leadImage} and in a block; absent ones are empty. */
    static Picture picture(Members members) {
        String src = members.text("src", "").strip();
        Picture picture = new Picture(
                src,
                members.line("alt", "", Limits.CAPTION),
                members.line("caption", "", Limits.CAPTION),
                members.line("credit", "", Limits.NAME));
        if (picture.src().isEmpty() && !src.isEmpty()) {
            members.fault(
                    "src",
                    Rules.LINK,
                    "src is a web address (http, https) or a path on this site, of at most " + Links.MAX_LENGTH
                            + " characters");
        }
        return picture;
    }

    static void write(JsonObjectBuilder json, Header header) {
        json.add("headline", header.headline())
                .add("standfirst", header.standfirst())
                .add("bylines", strings(header.bylines()))
                .add("dateline", header.dateline());
        if (header.stamp() == null) {
            json.addNull("stamp");
        } else {
            // Not toString, which leaves out seconds of zero: RFC 3339 asks for them.
            json.add("stamp", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(header.stamp()));
        }
        json.add("section", header.section())
                .add("slug", header.slug())
                .add("tags", strings(header.tags()))
                .add("language", header.language());
        if (header.leadImage().isEmpty()) {
            json.add("leadImage", JsonValue.NULL);
        } else {
            JsonObjectBuilder image = JSON.createObjectBuilder();
            write(image, header.leadImage());
            json.add("leadImage", image);
        }
    }

    static void write(JsonObjectBuilder json, Picture picture) {
        json.add("src", picture.src())
                .add("alt", picture.alt())
                .add("caption", picture.caption())
                .add("credit", picture.credit());
    }

    private static JsonArray strings(List<String> strings) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        strings.forEach(array::add);
        return array.build();
    }
}
