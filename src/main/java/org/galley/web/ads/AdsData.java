package org.galley.web.ads;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.Catalogue;
import org.galley.people.Caller;
import org.galley.platform.web.SessionMark;
import org.omnifaces.util.Faces;

/** What the modules that run in the browser need of the ads screen, as JSON. */
@Named
@RequestScoped
public class AdsData {
    @Inject
    private AdsScreen screen;

    @Inject
    private AdsRail rail;

    @Inject
    private ArrangedArticle article;

    @Inject
    private AdLayouts layouts;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Caller caller;

    @Inject
    private AdsWords words;

    /** What is to be drawn, and where a slot in the hand may stand. */
    public String getArrangement() {
        Workbench bench = article.bench();
        return new ArrangementJson(article.id(), article.now(), layouts, catalogue.byKey())
                .write(
                        screen.isMayPlace(),
                        bench.isProposed() ? article.now().changesOnBoard(bench.beforeProposal()) : null,
                        Json.createObjectBuilder()
                                .add("undo", bench.canUndo())
                                .add("redo", bench.canRedo())
                                .add("unsaved", rail.getUnsaved())
                                .add("stepped", screen.getStepped())
                                .add("base", article.base())
                                .add("kept", bench.kept().write()));
    }

    /** What the page needs to go on when its session ends. */
    public String getOpened() {
        return Json.createObjectBuilder()
                .add("article", article.id())
                .add("root", Faces.getRequestContextPath())
                .add("username", caller.username())
                .add("session", SessionMark.of(Faces.getRequest()))
                .add("words", words.forSignIn())
                .build()
                .toString();
    }

    public String getWords() {
        return words.forBrowser();
    }
}
