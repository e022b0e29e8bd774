package org.galley.web.ads;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import org.galley.adslot.AdLayouts;
import org.galley.article.Articles;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.omnifaces.cdi.Param;

/** The ads screen: does what is asked for there, and says what became of it. */
@Named
@ViewScoped
public class AdsScreen implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private ArrangedArticle article;

    @Inject
    private HandStep step;

    @Inject
    private AdsSaving saving;

    @Inject
    private Articles articles;

    @Inject
    private AdLayouts layouts;

    @Inject
    private Caller caller;

    @Inject
    private AdsWords words;

    @Inject
    @Param(pathIndex = 0)
    private Long id;

    /** The step that was done last; a page that heard no answer asks for the same step again. */
    private String lastTurn = "";

    private String done;
    private String problem;
    /** What others saved meanwhile. */
    private String changed;
    /** What the last step back or forth was, to be read out. */
    private String stepped;

    private boolean conflict;
    private boolean alreadyBest;

    /** Loads the article; without one, the page says so with the status 404. */
    @PostConstruct
    void open() {
        try {
            if (id == null) {
                throw RefusedException.notFound("");
            }
            article.begin(articles.view(id));
        } catch (RefusedException e) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
        }
    }

    /** Does what the browser asks for, once for each {@linkplain StepRequest#turn() turn}. */
    public void perform() {
        StepRequest asked = StepRequest.current();
        if (!asked.turn().isEmpty() && asked.turn().equals(lastTurn)) {
            return;
        }
        lastTurn = asked.turn();
        if (asked.op().equals("look")) {
            changed = null;
            changed = saving.look();
            return;
        }
        done = null;
        problem = null;
        stepped = null;
        conflict = false;
        alreadyBest = false;
        long before = article.base();
        try {
            if (!isMaySwitch()) {
                caller.require(Right.PLACE_ADS);
            }
            perform(asked);
        } catch (RefusedException e) {
            problem = e.getMessage();
            conflict = e.kind() == RefusedException.Kind.CONFLICT;
        } catch (IllegalArgumentException e) {
            // A request that no button of this screen makes.
            problem = words.get("unknown");
        }
        article.rearranged();
        if (article.base() != before) {
            changed = null;
            // The proofs show the text of that version; what the browser copied of the other one is of no use.
            FacesContext.getCurrentInstance()
                    .getPartialViewContext()
                    .getRenderIds()
                    .add("sheet");
        }
    }

    private void perform(StepRequest asked) {
        Workbench bench = article.bench();
        switch (asked.op()) {
            case "propose" -> propose(bench);
            case "take" -> bench.takeProposal();
            case "leave" -> bench.leaveProposal();
            case "undo" -> undo(bench);
            case "redo" -> redo(bench);
            case "reload" -> article.begin(articles.view(article.id()));
            case "restore" -> article.takeUp(asked.base(), asked.kept());
            case "refresh" -> {
                saving.refresh();
                done = words.get("refreshed");
            }
            case "save" -> done = saving.save(asked.note());
            // Whoever goes on working with a proposal that is shown takes it.
            default -> bench.take(step.after(asked));
        }
    }

    /** Shows what auto-place would change; nothing is taken before somebody says so, or goes on working with it. */
    private void propose(Workbench bench) {
        bench.leaveProposal();
        alreadyBest = !bench.propose(layouts.propose(article.id(), article.story(), bench.shown()));
    }

    private void undo(Workbench bench) {
        if (bench.isProposed()) {
            bench.undo();
            stepped = words.get("undone.proposal");
            return;
        }
        Arrangement before = article.arranged(bench.shown());
        bench.undo();
        stepped = words.get("undone", before.saidSince(bench.shown()));
    }

    private void redo(Workbench bench) {
        AdLayout before = bench.shown();
        bench.redo();
        stepped = words.get("redone", article.arranged(bench.shown()).saidSince(before));
    }

    public boolean isFound() {
        return article.id() != null;
    }

    public Long getArticle() {
        return article.id();
    }

    /** The page's title. */
    public String getTitle() {
        return isFound() ? words.get("title", "“" + article.story().header().headline() + "”") : words.get("notFound");
    }

    public boolean isMayPlace() {
        return caller.has(Right.PLACE_ADS);
    }

    /** Whether this person may switch the article's ads off and on. */
    public boolean isMaySwitch() {
        return isMayPlace() || caller.has(Right.APPROVE);
    }

    public String getDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }

    /** What others saved since this was loaded, in words; null if nobody did as far as is known. */
    public String getChanged() {
        return changed;
    }

    /** What the last step back or forth was, to be read out; empty if the last step was another. */
    public String getStepped() {
        return stepped == null ? "" : stepped;
    }

    public boolean isConflict() {
        return conflict;
    }

    /** Whether auto-place was asked and had nothing better. */
    public boolean isAlreadyBest() {
        return alreadyBest;
    }
}
