package org.galley.web.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.galley.adslot.AdLayouts;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.article.SaveOutcome;
import org.galley.web.shell.Texts;

/** Makes a revision of the text that the desk has by now, and of the ad slots that were moved beside it. */
@ApplicationScoped
class WriteSaving {
    @Inject
    private Articles articles;

    @Inject
    private AdLayouts layouts;

    @Inject
    private Texts texts;

    /**
     * @param shown the version that the page shows
     * @param writes whether this person writes the text
     * @param wantedAds the slots as the surface has them; blank if nobody moved one
     * @return null if there was nothing that could be saved
     * @throws org.galley.platform.refusal.RefusedException forbidden, invalid, or conflict
     */
    SaveOutcome save(long article, long shown, boolean writes, String wantedAds) {
        SaveOutcome text = writes ? saveText(article) : null;
        if (wantedAds.isBlank()) {
            return text;
        }
        SaveOutcome placed = placeAds(article, shown, writes, wantedAds);
        return text == null || placed.revision() != null ? placed : text;
    }

    /** The page has sent all its words before it asks for this, and may have sent more since. */
    private SaveOutcome saveText(long article) {
        ArticleView now = articles.view(article);
        return articles.save(article, new Articles.TextChange(now.version(), now.story(), null, null));
    }

    private SaveOutcome placeAds(long article, long shown, boolean writes, String wantedAds) {
        ArticleView now = articles.view(article);
        // Without a text of their own, people arrange slots in the text that their page shows, which may be an older
        // one.
        boolean older = !writes && shown != now.version();
        EarlierState from = older ? articles.earlier(article, shown) : new EarlierState(now.story(), now.layout());
        return layouts.save(
                article,
                older ? shown : now.version(),
                SlotBars.read(wantedAds, from, articles.freshIds(now), texts),
                null);
    }
}
