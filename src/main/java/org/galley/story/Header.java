package org.galley.story;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * All that a story says of itself above its body. Text is one line of plain text each, never null, empty where not given.
 *
 * @param headline what the story is called
 * @param standfirst the sentence under the headline
 * @param bylines who wrote it, in order
 * @param dateline the place from which it is told
 * @param stamp the time that the story carries, to the second, or null
 * @param section the key of its section
 * @param slug its name in web addresses
 * @param tags what it is about, in order, without repeats
 * @param language a BCP 47 tag
 * @param leadImage the picture above the text; {@link Picture#NONE} for none
 */
public record Header(
        String headline,
        String standfirst,
        List<String> bylines,
        String dateline,
        OffsetDateTime stamp,
        String section,
        String slug,
        List<String> tags,
        String language,
        Picture leadImage) {

    /** A header that says nothing yet. */
    public static final Header EMPTY = new Header("", "", List.of(), "", null, "", "", List.of(), "en", Picture.NONE);

    public Header {
        headline = PlainText.line(headline);
        standfirst = PlainText.line(standfirst);
        bylines = lines(bylines);
        dateline = PlainText.line(dateline);
        stamp = stamp == null ? null : stamp.truncatedTo(ChronoUnit.SECONDS);
        section = PlainText.line(section);
        slug = PlainText.line(slug);
        tags = lines(tags);
        language = PlainText.line(language);
        Objects.requireNonNull(leadImage, "leadImage");
    }

    private static List<String> lines(List<String> given) {
        return given.stream()
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** The one text form of this header; {@link #parse} reads it back. */
    public String canonical() {
        return HeaderFields.print(this);
    }

    /**
     * Reads a header back from its canonical form.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Header parse(String canonical) {
        return HeaderFields.parse(canonical);
    }

    /** The same header with another headline. */
    public Header withHeadline(String other) {
        return new Header(other, standfirst, bylines, dateline, stamp, section, slug, tags, language, leadImage);
    }

    /** The same header with another slug. */
    public Header withSlug(String other) {
        return new Header(headline, standfirst, bylines, dateline, stamp, section, other, tags, language, leadImage);
    }

    /** The same header of a story in another language. */
    public Header withLanguage(String other) {
        return new Header(headline, standfirst, bylines, dateline, stamp, section, slug, tags, other, leadImage);
    }

    /** The same header under another picture. */
    public Header withLeadImage(Picture other) {
        return new Header(headline, standfirst, bylines, dateline, stamp, section, slug, tags, language, other);
    }

    /** The same header in another section. */
    public Header withSection(String other) {
        return new Header(headline, standfirst, bylines, dateline, stamp, other, slug, tags, language, leadImage);
    }
}
