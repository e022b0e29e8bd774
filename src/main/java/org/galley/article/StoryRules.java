package org.galley.article;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;
import org.galley.story.Header;
import org.galley.story.Story;

/** What every stored story must keep, whichever way it came in. */
@Dependent
class StoryRules {
    static final int MAX_HEADLINE = 300;
    static final int MAX_STANDFIRST = 1000;
    static final int MAX_SLUG = 100;
    static final int MAX_BLOCKS = 2000;
    static final int MAX_TAGS = 50;
    static final int MAX_BYLINES = 20;
    private static final int MAX_LINE = 200;
    /** The body's canonical form; far beyond any story, well within what both databases hold in a column. */
    private static final int MAX_BODY = 900_000;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @Inject
    private Sections sections;

    /** Whether there is such a section now. */
    boolean isSection(String key) {
        return sections.find(key).isPresent();
    }

    /** @throws RefusedException invalid, naming every field at fault */
    void check(Story story) {
        List<FieldProblem> problems = new ArrayList<>();
        Header header = story.header();
        atMost(problems, "headline", header.headline(), MAX_HEADLINE);
        atMost(problems, "standfirst", header.standfirst(), MAX_STANDFIRST);
        atMost(problems, "dateline", header.dateline(), MAX_LINE);
        header.bylines().forEach(byline -> atMost(problems, "bylines", byline, MAX_LINE));
        header.tags().forEach(tag -> atMost(problems, "tags", tag, MAX_LINE));
        count(problems, "bylines", header.bylines().size(), MAX_BYLINES);
        count(problems, "tags", header.tags().size(), MAX_TAGS);
        count(problems, "body", story.body().size(), MAX_BLOCKS);
        if (story.bodyCanonical().length() > MAX_BODY) {
            problems.add(
                    new FieldProblem("body", "The story is longer than " + MAX_BODY + " characters of stored text."));
        }
        if (!isSection(header.section())) {
            problems.add(new FieldProblem("section", "There is no section \"" + header.section() + "\"."));
        }
        if (!header.slug().isEmpty()
                && (header.slug().length() > MAX_SLUG
                        || !SLUG.matcher(header.slug()).matches())) {
            problems.add(new FieldProblem(
                    "slug",
                    "A slug has at most " + MAX_SLUG
                            + " characters: small letters a to z, digits, single hyphens between."));
        }
        checkLanguage(problems, header.language());
        if (!problems.isEmpty()) {
            throw RefusedException.invalid("The story cannot be kept as it is.", problems);
        }
    }

    private static void checkLanguage(List<FieldProblem> problems, String tag) {
        try {
            if (new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty()) {
                problems.add(new FieldProblem("language", "A language is needed, for example en or uk."));
            }
        } catch (IllformedLocaleException e) {
            problems.add(
                    new FieldProblem("language", "\"" + tag + "\" is no language tag; examples are en and de-AT."));
        }
    }

    private static void atMost(List<FieldProblem> problems, String field, String text, int limit) {
        if (text.length() > limit) {
            problems.add(new FieldProblem(
                    field, "At most " + limit + " characters are possible here; there are " + text.length() + "."));
        }
    }

    private static void count(List<FieldProblem> problems, String field, int size, int limit) {
        if (size > limit) {
            problems.add(new FieldProblem(field, "At most " + limit + " are possible here; there are " + size + "."));
        }
    }
}
