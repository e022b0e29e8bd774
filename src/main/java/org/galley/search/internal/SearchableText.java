package org.galley.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.galley.article.StoryWritten;
import org.galley.search.Highlight;
import org.galley.story.Header;
import org.galley.story.Picture;

/**
 * What of a story is searched, alike for both indexes.
 *
 * @param language the main part of the story's language tag, such as {@code en}
 * @param names what is found as it is written: headline, people, tags, the name in the address
 * @param headline as it is shown
 * @param body standfirst and text, then captions, tags and people, each on lines of its own: an excerpt is of the first line that
 *     has the most of the words
 */
record SearchableText(String language, String names, String headline, String body) {
    /** PostgreSQL refuses more words than this has room for; far beyond any story. */
    private static final int LONGEST = 200_000;

    static SearchableText of(StoryWritten written, String writer) {
        Header header = written.story().header();
        List<String> people = new ArrayList<>(header.bylines());
        people.add(writer);
        people.add(written.createdBy());
        String about = String.join(" · ", people.stream().distinct().toList());
        String tags = String.join(" · ", header.tags());
        Picture picture = header.leadImage();
        String body = lines(
                header.standfirst(),
                written.story().text(),
                picture.caption(),
                picture.alt(),
                picture.credit(),
                header.dateline(),
                tags,
                about);
        String names = lines(header.headline(), about, tags, header.slug().replace('-', ' '));
        String language = Locale.forLanguageTag(header.language()).getLanguage();
        return new SearchableText(language, plain(names), plain(header.headline()), plain(body));
    }

    private static String lines(String... texts) {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                lines.add(text);
            }
        }
        return String.join("\n", lines);
    }

    private static String plain(String text) {
        String plain =
                text.replace(Highlight.START, ' ').replace(Highlight.STOP, ' ').replace('\0', ' ');
        return plain.length() <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST - 1)));
    }
}
