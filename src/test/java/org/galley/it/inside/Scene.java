package org.galley.it.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galley.article.ArticleView;
import org.galley.article.Articles.TextChange;
import org.galley.article.SaveOutcome;
import org.galley.revision.ChainCheck;
import org.galley.revision.RevisionKind;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Story;

/** What the scenes have in common: the services, and short ways to write and change a story. */
public interface Scene {
    Services services();

    default Newsroom newsroom() {
        return services().newsroom;
    }

    /** A story of these paragraphs with the ids p1, p2 and so on. */
    static Story story(String headline, String... paragraphs) {
        List<Block> body = new ArrayList<>();
        for (String paragraph : paragraphs) {
            body.add(new Block.Paragraph("p" + (body.size() + 1), Inline.of(paragraph)));
        }
        return new Story(Header.EMPTY.withHeadline(headline), body);
    }

    /** The story with another text in one paragraph. */
    static Story with(Story story, String id, String text) {
        return story.withBody(story.body().stream()
                .map(block -> block.id().equals(id) ? new Block.Paragraph(id, Inline.of(text)) : block)
                .toList());
    }

    /** A layout of slots with the ids s1, s2 and so on after these blocks. */
    static AdLayout slotsAfter(String... blocks) {
        List<AdSlot> slots = new ArrayList<>();
        Arrays.stream(blocks)
                .forEach(block -> slots.add(AdSlot.placed("s" + (slots.size() + 1), "inline", block, true)));
        return new AdLayout(slots);
    }

    default ArticleView created(String author, Story story) {
        return created(author, story, AdLayout.EMPTY);
    }

    default ArticleView created(String author, Story story, AdLayout layout) {
        return newsroom()
                .as(author, () -> services().articles.create(story, layout, RevisionKind.SAVE, null))
                .article();
    }

    default ArticleView view(long article) {
        return newsroom().as("editor", () -> services().articles.view(article));
    }

    default SaveOutcome saved(String author, long article, long base, Story story) {
        return newsroom().as(author, () -> services().articles.save(article, new TextChange(base, story, null, null)));
    }

    /** Saves from what the article is now. */
    default SaveOutcome saved(String author, long article, Story story) {
        return saved(author, article, view(article).version(), story);
    }

    default SaveOutcome autosaved(String author, long article, long base, Story story) {
        return newsroom()
                .as(author, () -> services().articles.autosave(article, new TextChange(base, story, null, null)));
    }

    default ChainCheck chain(long article) {
        int last = view(article).lastRevision();
        return newsroom().as("editor", () -> services().revisions.verify(article, last));
    }

    /** The numbers of the article's revisions, the first one first. */
    default List<Integer> numbers(long article) {
        return newsroom().as("editor", () -> services().revisions.list(article, Integer.MAX_VALUE, 10_000)).stream()
                .map(revision -> revision.number())
                .sorted()
                .toList();
    }
}
