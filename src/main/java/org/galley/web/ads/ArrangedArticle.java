package org.galley.web.ads;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.Meanwhile;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/** The article whose slots somebody arranges: the version that they go on from, its text, and the layout in their hands. */
@ViewScoped
class ArrangedArticle implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private Articles articles;

    @Inject
    private AdLayouts layouts;

    @Inject
    private AdsWords words;

    private Long id;
    private long base;
    /** When readers have what is saved: now, once it is published again, or for the first time. */
    private String readers;

    private Workbench bench;
    private final LinkedHashMap<String, String> clashing = new LinkedHashMap<>();

    private transient Story story;
    private transient Arrangement arrangement;

    /** Begins with an article as it is, and nothing changed yet. */
    void begin(ArticleView view) {
        id = view.id();
        base = view.version();
        readers = view.state() == ArticleState.PUBLISHED ? "now" : view.isLive() ? "again" : "first";
        story = view.story();
        bench = new Workbench(story, view.layout());
        arrangement = null;
        clashing.clear();
    }

    /**
     * Takes up what the page kept when the session ended that it was opened in.
     *
     * @param begun the version that the page went on from
     * @throws IllegalArgumentException if {@code kept} is not what a page keeps
     */
    void takeUp(long begun, String kept) {
        EarlierState from = articles.earlier(id, begun);
        KeptSteps steps = KeptSteps.read(kept, from.story());
        base = begun;
        story = from.story();
        bench = new Workbench(story, from.layout());
        bench.takeUp(steps);
        clashing.clear();
    }

    /** Goes on from what was saved meanwhile, with all steps. */
    void goOnFrom(Meanwhile meanwhile) {
        ArticleView now = meanwhile.now();
        bench.goOnFrom(now.layout(), meanwhile::together);
        base = now.version();
        story = now.story();
    }

    /** @param who changed the slot in another way; null if that is not known */
    void clash(String slot, String who) {
        clashing.put(slot, who);
    }

    /** Slots that somebody else changed in another way before this was saved, and who did, null where that is not known. */
    Map<String, String> clashing() {
        return Collections.unmodifiableMap(clashing);
    }

    /** Null before there is an article. */
    Long id() {
        return id;
    }

    /** The version that is gone on from. */
    long base() {
        return base;
    }

    /** Key of when readers have what is saved: {@code now}, {@code again} once it is published again, or {@code first}. */
    String readers() {
        return readers;
    }

    Workbench bench() {
        return bench;
    }

    /** The text that the layout is made for: of the version that was loaded, even if somebody saved a newer one since. */
    Story story() {
        if (story == null) {
            ArticleView view = articles.view(id);
            story = view.version() == base
                    ? view.story()
                    : articles.earlier(id, base).story();
        }
        return story;
    }

    /** What is shown, in words and with its report; the same until it is {@linkplain #rearranged() arranged in another way}. */
    Arrangement now() {
        if (arrangement == null) {
            arrangement = arranged(bench.shown());
        }
        return arrangement;
    }

    /** Says that what is shown may be another arrangement than before. */
    void rearranged() {
        arrangement = null;
    }

    /** Another layout of this text, as the screen would show it. */
    Arrangement arranged(AdLayout layout) {
        return arranged(layout, bench.names());
    }

    /** @param names ids of the slots in the order in which the screen numbers them */
    Arrangement arranged(AdLayout layout, List<String> names) {
        Story text = story();
        return new Arrangement(text, layout, layouts.report(id, text, layout), layouts.policy(id, text), names, words);
    }
}
