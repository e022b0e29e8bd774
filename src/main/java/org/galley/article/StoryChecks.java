package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.article.StoryCheck.Kind;
import org.galley.platform.config.GalleySettings;
import org.galley.spi.HouseCheck;
import org.galley.spi.StoryText;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Run;
import org.galley.story.Script;
import org.galley.story.Story;

/**
 * Looks through a story for what editors send back most; each finding is a hint, or blocks submission and approval where the
 * installation says so.
 */
@ApplicationScoped
public class StoryChecks {
    /** Search results show about 60 to 70 characters of a headline. */
    public static final int LONGEST_HEADLINE = 70;

    private static final Pattern REPEATED = Pattern.compile(
            "(?<![\\p{L}\\p{N}'’-])(\\p{L}{2,})\\s+\\1(?![\\p{L}\\p{N}'’-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private static final System.Logger LOG = System.getLogger(StoryChecks.class.getName());
    /** A plugin is not to fill the screen. */
    private static final int MOST_OF_HOUSE = 50;

    private static final int LONGEST_OF_HOUSE = 300;

    @Inject
    private GalleySettings settings;

    @Inject
    @Any
    private Instance<HouseCheck> houseChecks;

    /** What there is to look at in a story, header first, then in the order of its blocks, then what plugins found; never null. */
    public List<StoryCheck> of(Story story) {
        Set<Kind> blockers = blockers();
        List<StoryCheck> all = new ArrayList<>(look(story, blockers));
        if (!houseChecks.isUnsatisfied()) {
            StoryText text = StoryTexts.of(story);
            houseChecks.forEach(check -> all.addAll(ofHouse(check, text, blockers.contains(Kind.HOUSE))));
        }
        return List.copyOf(all);
    }

    /** A plugin that fails is named to the desk and to the log, and keeps nobody from working. */
    private static List<StoryCheck> ofHouse(HouseCheck check, StoryText text, boolean allBlock) {
        try {
            return check.look(text).stream()
                    .limit(MOST_OF_HOUSE)
                    .map(found ->
                            new StoryCheck(Kind.HOUSE, found.block(), cut(found.message()), allBlock || found.blocks()))
                    .toList();
        } catch (RuntimeException e) {
            String name = check.getClass().getName();
            LOG.log(System.Logger.Level.ERROR, "The check " + name + " of a plugin failed", e);
            return List.of(new StoryCheck(Kind.HOUSE, null, "A check of this house failed; the log says more.", false));
        }
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_OF_HOUSE ? message : message.substring(0, LONGEST_OF_HOUSE - 1) + "…";
    }

    /** The findings that let the story not be submitted or approved. */
    public List<StoryCheck> blocking(Story story) {
        return of(story).stream().filter(StoryCheck::blocks).toList();
    }

    /** @throws IllegalStateException if the setting names a check that does not exist */
    private Set<Kind> blockers() {
        Set<Kind> blockers = EnumSet.noneOf(Kind.class);
        for (String key : settings.checkBlockers()) {
            blockers.add(Kind.ofKey(key)
                    .orElseThrow(() -> new IllegalStateException("galley.checks.blockers names no check: " + key)));
        }
        return blockers;
    }

    static List<StoryCheck> look(Story story, Set<Kind> blockers) {
        return new Search(blockers).through(story);
    }

    private static final class Search {
        private final Set<Kind> blockers;
        private final List<StoryCheck> found = new ArrayList<>();

        Search(Set<Kind> blockers) {
            this.blockers = blockers;
        }

        private void add(Kind kind, String block, String words) {
            found.add(new StoryCheck(kind, block, words, blockers.contains(kind)));
        }

        List<StoryCheck> through(Story story) {
            String headline = story.header().headline();
            int length = headline.codePointCount(0, headline.length());
            if (length > LONGEST_HEADLINE) {
                add(Kind.LONG_HEADLINE, null, String.valueOf(length));
            }
            if (story.header().standfirst().isBlank()) {
                add(Kind.EMPTY_STANDFIRST, null, "");
            }
            if (!Script.fits(story)) {
                Locale language = Locale.forLanguageTag(story.header().language());
                add(Kind.LANGUAGE_MISMATCH, null, language.getDisplayName(Locale.ENGLISH));
            }
            if (!story.header().leadImage().src().isEmpty()
                    && story.header().leadImage().alt().isBlank()) {
                add(Kind.MISSING_ALTERNATIVE, null, "");
            }
            story.body().forEach(this::block);
            return List.copyOf(found);
        }

        private void block(Block block) {
            if (block instanceof Block.Paragraph paragraph) {
                inline(block, paragraph.inline());
            } else if (block instanceof Block.Subheading subheading) {
                inline(block, subheading.inline());
            } else if (block instanceof Block.Quote quote) {
                if (quote.attribution().isBlank() && !quote.inline().isEmpty()) {
                    add(Kind.UNATTRIBUTED_QUOTE, block.id(), "");
                }
                inline(block, quote.inline());
            } else if (block instanceof Block.Listing list) {
                list.items().forEach(item -> inline(block, item));
            } else if (block instanceof Block.Image image) {
                if (image.picture().alt().isBlank()) {
                    add(Kind.MISSING_ALTERNATIVE, block.id(), "");
                }
            } else if (block instanceof Block.Embed embed && embed.url().isEmpty()) {
                add(Kind.LINK_WITHOUT_TEXT, block.id(), "");
            }
        }

        private void inline(Block block, Inline inline) {
            // Said once for each word: all its places are in the same block.
            Set<String> said = new HashSet<>();
            Matcher repeated = REPEATED.matcher(inline.text());
            while (repeated.find()) {
                if (said.add(repeated.group(1).toLowerCase(Locale.ROOT))) {
                    add(Kind.REPEATED_WORD, block.id(), repeated.group(1));
                }
            }
            StringBuilder text = new StringBuilder();
            String href = null;
            for (Run run : inline.runs()) {
                if (href != null && !href.equals(run.href())) {
                    link(block, href, text);
                }
                href = run.href();
                text.append(href == null ? "" : run.text());
            }
            if (href != null) {
                link(block, href, text);
            }
        }

        private void link(Block block, String href, StringBuilder text) {
            if (!LETTER.matcher(text).find()) {
                add(Kind.LINK_WITHOUT_TEXT, block.id(), href);
            }
            text.setLength(0);
        }
    }
}
