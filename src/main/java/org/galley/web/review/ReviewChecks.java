package org.galley.web.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.BlockNames;
import org.galley.adslot.SlotNames;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.StoryCheck;
import org.galley.article.StoryChecks;
import org.galley.people.DisplayNames;
import org.galley.placement.PlacementReport;
import org.galley.placement.Sentences;
import org.galley.publishing.Addresses;
import org.galley.story.Header;
import org.galley.web.compare.Wording;
import org.galley.web.shell.Texts;
import org.galley.workflow.ChecklistLine;
import org.galley.workflow.Checklists;
import org.galley.workflow.CommentLine;
import org.galley.workflow.Comments;

/** Everything that an editor should know before a decision, what bars it first: text, ads, comments, legal question and checklist. */
@Dependent
public class ReviewChecks {
    /** Characters of a comment by which one knows it. */
    private static final int SAID = 80;

    @Inject
    private StoryChecks stories;

    @Inject
    private Addresses addresses;

    @Inject
    private AdLayouts ads;

    @Inject
    private Comments comments;

    @Inject
    private Checklists checklists;

    @Inject
    private DisplayNames people;

    @Inject
    private Texts texts;

    /**
     * What bars a step first, then the rest, each in the order of the screen. Once a story is approved or published, what would bar
     * a new approval only is said to do that, and to stop nothing now.
     */
    public List<Check> of(ArticleView article) {
        List<Check> found = new ArrayList<>();
        if (article.story().header().headline().isEmpty()) {
            found.add(blocker(article, Wording.REVIEW.say("check.headline"), null));
        }
        for (StoryCheck check : stories.of(article.story())) {
            String said = texts.of("write", "check." + check.kind().key(), check.words());
            found.add(check.blocks() ? blocker(article, said, check.block()) : hint(said, check.block()));
        }
        Header header = article.story().header();
        if (addresses.isOfAnother(header.section(), header.slug(), article.id())) {
            String said = Wording.REVIEW.say("check.address", header.section(), header.slug());
            found.add(stop(article, said, null));
        }
        PlacementReport report = ads.report(article);
        SlotNames names = SlotNames.of(article.story(), article.layout());
        Sentences sentences = BlockNames.sentences(article.story());
        for (Sentences.Said error : sentences.of(report.errors())) {
            found.add(blocker(article, sentence(error, names), null));
        }
        for (Sentences.Said warning : sentences.of(report.warnings())) {
            found.add(new Check("warn", "!", Wording.REVIEW.say("check.warning"), sentence(warning, names), null));
        }
        for (CommentLine comment : comments.demanding(article.id())) {
            found.add(stop(
                    article,
                    Wording.REVIEW.say("check.comment", people.of(comment.author()), brief(comment.text())),
                    comment.gone() ? null : comment.block()));
        }
        if (article.assignment().legal()) {
            found.add(stop(article, Wording.REVIEW.say("check.legal"), null));
        }
        for (ChecklistLine line : checklists.missing(article)) {
            found.add(blocker(
                    article,
                    Wording.REVIEW.say(line.outdated() ? "check.checklist.outdated" : "check.checklist", line.text()),
                    null));
        }
        found.sort(Comparator.comparingInt(check -> check.look().equals("err") ? 0 : 1));
        return List.copyOf(found);
    }

    private static String sentence(Sentences.Said said, SlotNames names) {
        return said.slot() == null ? said.text() : names.of(said.slot()) + ": " + said.text();
    }

    /** Whether approval is past. */
    private static boolean isPast(ArticleView article) {
        return article.state() == ArticleState.APPROVED || article.state() == ArticleState.SCHEDULED;
    }

    /** What bars approval, and bars publication when it is raised after that. */
    private static Check stop(ArticleView article, String text, String block) {
        return isPast(article) ? bar("check.stop", text, block) : blocker(article, text, block);
    }

    private static Check blocker(ArticleView article, String text, String block) {
        if (isPast(article)) {
            return later("check.later.approved", text, block);
        }
        return article.state() == ArticleState.PUBLISHED
                ? later("check.later.published", text, block)
                : bar("check.error", text, block);
    }

    private static Check bar(String word, String text, String block) {
        return new Check("err", "×", Wording.REVIEW.say(word), text, block);
    }

    private static Check later(String word, String text, String block) {
        return new Check("warn", "!", Wording.REVIEW.say(word), text, block);
    }

    private static Check hint(String text, String block) {
        return new Check("warn", "!", Wording.REVIEW.say("check.hint"), text, block);
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= SAID ? line : line.substring(0, line.offsetByCodePoints(0, SAID - 1)) + "…";
    }
}
