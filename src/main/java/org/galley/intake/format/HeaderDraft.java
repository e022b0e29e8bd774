package org.galley.intake.format;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Picture;
import org.galley.story.PlainText;
import org.galley.story.Script;
import org.galley.story.TextCount;

/** Gathers what a document says above its text; what is too long for a story is cut, and said. */
final class HeaderDraft {
    private static final int HEADLINE = 300;
    private static final int STANDFIRST = 1_000;
    private static final int LINE = 200;
    private static final int BYLINES = 20;
    private static final int TAGS = 50;
    private static final int SLUG = 100;
    private static final Pattern SLUG_FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Findings findings;
    String headline = "";
    String standfirst = "";
    String dateline = "";
    String slug = "";
    String language = "";
    OffsetDateTime stamp;
    Picture lead = Picture.NONE;
    final List<String> bylines = new ArrayList<>();
    final List<String> tags = new ArrayList<>();
    final List<String> sections = new ArrayList<>();

    HeaderDraft(Findings findings) {
        this.findings = findings;
    }

    /** The header, of a text whose first words stand in if it has no headline. */
    Header build(List<Block> body) {
        String title = findings.found("headline", "Headline", cut("headline", findings.line(headline), HEADLINE));
        if (title.isEmpty()) {
            title = firstWords(body);
            findings.warning("headline-missing", "The document has no headline; the text’s first words stand in.");
        }
        String summary =
                findings.found("standfirst", "Standfirst", cut("standfirst", findings.line(standfirst), STANDFIRST));
        List<String> authors = lines("byline", bylines, BYLINES);
        List<String> about = lines("tag", tags, TAGS);
        findings.found("byline", "By", String.join(", ", authors));
        String place = findings.found("dateline", "Dateline", cut("dateline", findings.line(dateline), LINE));
        findings.found("stamp", "Stamp", stamp == null ? "" : stamp.toString());
        findings.found("tags", "Tags", String.join(", ", about));
        findings.found("section", "Section", String.join(", ", sections));
        findings.found("picture", "Lead picture", lead.src());
        return new Header(title, summary, authors, place, stamp, "", slugOf(), about, languageOf(title, body), lead);
    }

    private String cut(String what, String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most - 1);
        findings.warning(
                what + "-cut", "The " + what + " has " + text.length() + " characters and was cut to " + most + ".");
        return text.substring(0, space > most / 2 ? space : most - 1) + "…";
    }

    private List<String> lines(String what, List<String> given, int most) {
        List<String> all = given.stream()
                .map(findings::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .map(line -> cut(what, line, LINE))
                .toList();
        if (all.size() > most) {
            findings.warning(
                    what + "s-cut", "Only the first " + most + " of " + all.size() + " " + what + "s were taken.");
            return all.subList(0, most);
        }
        return all;
    }

    private String slugOf() {
        String plain = PlainText.line(slug);
        if (plain.isEmpty()
                || (plain.length() <= SLUG && SLUG_FORM.matcher(plain).matches())) {
            return plain;
        }
        findings.dropped("slug", "The slug “" + plain + "” is none for a web address; one is made of the headline.");
        return "";
    }

    private String languageOf(String title, List<Block> body) {
        String tag = PlainText.line(language).replace('_', '-');
        if (!tag.isEmpty()) {
            try {
                Locale locale = new Locale.Builder().setLanguageTag(tag).build();
                if (!locale.getLanguage().isEmpty()) {
                    findings.found("language", "Language", tag);
                    return tag;
                }
            } catch (IllformedLocaleException e) {
                findings.warning("language-unknown", "“" + tag + "” is no language; it was guessed from the letters.");
            }
        }
        StringBuilder text = new StringBuilder(title);
        body.stream().limit(50).forEach(block -> text.append(' ').append(block.text()));
        String guess = Script.language(text.toString());
        if (tag.isEmpty()) {
            findings.warning(
                    "language-missing",
                    "The document names no language; by its letters it was taken for “" + guess + "”.");
        }
        return guess;
    }

    private static String firstWords(List<Block> body) {
        for (Block block : body) {
            String text = block.text().replace('\n', ' ').strip();
            if (!text.isEmpty()) {
                String[] words = text.split(" ");
                StringBuilder out = new StringBuilder();
                for (int i = 0; i < words.length && out.length() + words[i].length() < 80; i++) {
                    out.append(i == 0 ? "" : " ").append(words[i]);
                }
                return out.isEmpty() ? text.substring(0, Math.min(80, text.length())) : out.toString();
            }
        }
        throw new UnreadableException(
                "no-text", "No story was found in this document: it has no headline and no text.");
    }

    /** Names out of one line such as "By Ann and Ben". */
    List<String> names(String line) {
        String plain = findings.line(line).replaceFirst("(?i)^by\\s+", "");
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s*[,;]\\s*(?:and\\s+)?|\\s+and\\s+"));
    }

    static int words(List<Block> body) {
        return body.stream()
                .mapToInt(block -> TextCount.of(block.text()).words())
                .sum();
    }
}
