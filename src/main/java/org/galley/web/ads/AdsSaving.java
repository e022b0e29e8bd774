package org.galley.web.ads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.AdNews;
import org.galley.adslot.Meanwhile;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.article.SaveOutcome;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;

/** Saves what was arranged, together with what others saved meanwhile; where both changed the same slot, the person is asked. */
@ApplicationScoped
class AdsSaving {
    @Inject
    private ArrangedArticle article;

    @Inject
    private Articles articles;

    @Inject
    private AdLayouts layouts;

    @Inject
    private AdNews news;

    @Inject
    private AdsWords words;

    /**
     * Saves the layout, with a proposal that is shown.
     *
     * @param why a note for the history; may be blank
     * @return what became of it, in words; null if somebody else changed the same slots, and nothing is saved yet
     */
    String save(String why) {
        Workbench bench = article.bench();
        bench.takeProposal();
        String note = why.strip().isEmpty() ? null : why.strip();
        long begun = article.base();
        AdLayout wanted = bench.shown();
        SaveOutcome outcome;
        try {
            outcome = layouts.save(article.id(), begun, wanted, note);
        } catch (RefusedException e) {
            if (!e.code().equals(AdLayouts.CLASH)) {
                throw e;
            }
            return goOnFrom(news.since(article.id(), begun)) ? null : save(why);
        }
        List<String> names = bench.names();
        article.begin(outcome.article());
        String done = outcome.revision() == null
                ? words.get("saved.same")
                : words.get("saved", Integer.toString(outcome.revision().number()));
        return outcome.merged()
                ? done + " " + words.get("saved.merged")
                        + uprooted(wanted, articles.earlier(article.id(), begun), names)
                : done;
    }

    /** Which slots of the saved layout lost their paragraph to what somebody else saved before. */
    private String uprooted(AdLayout wanted, EarlierState begun, List<String> names) {
        Meanwhile meanwhile = new Meanwhile(begun, articles.view(article.id()));
        return uprooted(meanwhile, wanted, article.arranged(article.bench().saved(), names));
    }

    private static String uprooted(Meanwhile meanwhile, AdLayout layout, Arrangement shown) {
        return meanwhile.uprooted(layout).stream()
                .map(slot -> " " + shown.uprooted(slot))
                .collect(Collectors.joining());
    }

    /** Takes in what was saved meanwhile, without saving. */
    void refresh() {
        goOnFrom(news.since(article.id(), article.base()));
    }

    /**
     * Goes on from what was saved meanwhile.
     *
     * @return whether somebody else changed a slot in another way
     */
    private boolean goOnFrom(Meanwhile meanwhile) {
        List<String> clashes = meanwhile.clashes(article.bench().shown());
        clashes.forEach(slot ->
                article.clash(slot, news.changedBy(meanwhile.now(), slot).orElse(null)));
        article.goOnFrom(meanwhile);
        return !clashes.isEmpty();
    }

    /** What others saved meanwhile, in words; null if nobody did. Nothing is taken in. */
    String look() {
        Meanwhile meanwhile = news.since(article.id(), article.base());
        if (meanwhile.now().version() == article.base()) {
            return null;
        }
        String key = meanwhile.isTextOther() ? "news.text" : "news";
        return words.get(key, news.savedBy(meanwhile.now()))
                + uprooted(meanwhile, article.bench().shown(), article.now());
    }
}
