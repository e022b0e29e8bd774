package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.people.DisplayNames;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.story.AdLayout;

/** What others did to an article's text and ads while somebody arranges its slots. */
@ApplicationScoped
@Transactional
public class AdNews {
    /** Revisions that are looked through for who changed a slot. */
    private static final int LOOKED_THROUGH = 40;

    @Inject
    private Articles articles;

    @Inject
    private Revisions revisions;

    @Inject
    private DisplayNames people;

    /**
     * What was saved since a version of the working copy.
     *
     * @throws org.galley.platform.refusal.RefusedException forbidden, not found, or conflict if that version is no longer known
     */
    public Meanwhile since(long article, long base) {
        return new Meanwhile(articles.earlier(article, base), articles.view(article));
    }

    /** The display name of who last changed a slot, or removed it; empty if the newest revisions do not say. */
    public Optional<String> changedBy(ArticleView article, String slot) {
        AdLayout layout = article.layout();
        List<RevisionSummary> newest = revisions.list(article.id(), Integer.MAX_VALUE, LOOKED_THROUGH);
        for (RevisionSummary revision : newest) {
            if (revision.adsChanged() && revision.number() > 1) {
                AdLayout before =
                        revisions.load(article.id(), revision.number() - 1).layout();
                if (!before.slot(slot).equals(layout.slot(slot))) {
                    return Optional.of(people.of(revision.author()));
                }
            }
        }
        return Optional.empty();
    }

    /** The display name of whoever saved an article last. */
    public String savedBy(ArticleView article) {
        return people.of(article.updatedBy());
    }
}
