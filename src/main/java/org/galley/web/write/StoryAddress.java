package org.galley.web.write;

import java.io.Serializable;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.story.Header;

/** What the Write screen knows of a story's address: whether readers know it, who may change it, and what its headline makes it. */
public final class StoryAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private final boolean published;
    private final boolean kept;
    private String ofHeadline;

    StoryAddress(ArticleView article, Articles articles) {
        Header header = article.story().header();
        published = article.firstPublishedAt() != null;
        kept = !articles.mayMove(article);
        ofHeadline = published ? "" : articles.slugFor(article.id(), header.section(), header.headline());
    }

    /** Gives the fields the address of their headline, unless they have one of their own or readers know it already. */
    void suggest(long article, Fields fields, Articles articles) {
        if (published || !(fields.getSlug().isBlank() || fields.getSlug().equals(ofHeadline))) {
            return;
        }
        ofHeadline = articles.slugFor(article, fields.getSection(), fields.getHeadline());
        fields.setSlug(ofHeadline);
    }

    /** Whether readers know the story's address and this person cannot change it. */
    public boolean isKept() {
        return kept;
    }

    /** The key of what there is to know about the address. */
    public String getHint() {
        return published ? (kept ? "slug.kept" : "slug.moves") : "slug.hint";
    }
}
