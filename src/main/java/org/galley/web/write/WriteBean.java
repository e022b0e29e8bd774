package org.galley.web.write;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.galley.adslot.Catalogue;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.SaveOutcome;
import org.galley.article.StoryChecks;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.story.Block;
import org.galley.story.Script;
import org.galley.story.Story;
import org.galley.web.shell.Texts;
import org.galley.workflow.Action;
import org.galley.workflow.Step;
import org.galley.workflow.Workflow;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** The Write screen. */
@Named
@ViewScoped
public class WriteBean implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int RECENT = 6;

    static final String BUNDLE = "write";

    @Inject
    @Param(pathIndex = 0)
    private Long id;

    @Inject
    private transient Articles articles;

    @Inject
    private transient Revisions revisions;

    @Inject
    private transient Workflow workflow;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient Texts texts;

    @Inject
    private transient StoryChecks storyChecks;

    @Inject
    private transient Caller caller;

    @Inject
    private StandingPanel standing;

    @Inject
    private WriteSaving saving;

    private String openedBy;
    private long base;
    private Fields fields;
    private String bodyJson = "[]";
    private String adsJson = "[]";
    private boolean writable;
    private boolean handedIn;
    private int lastRevision;
    private List<RevisionSummary> recent = List.of();
    private boolean mayPlace;
    private StoryAddress address;
    private String wantedAds = "";
    private List<CheckLine> checks = List.of();
    private boolean languageGuessed;
    private String savedAs;
    private String saveLook = "";

    @PostConstruct
    void load() {
        if (id == null) {
            throw RefusedException.notFound(texts.of(BUNDLE, "whichArticle"));
        }
        openedBy = caller.username();
        show(articles.view(id));
    }

    private void show(ArticleView article) {
        Story story = article.story();
        fields = new Fields(story.header());
        bodyJson = BodyText.write(story.body());
        writable = articles.mayWrite(article);
        mayPlace = caller.has(Right.PLACE_ADS);
        showAround(article);
        savedAs = Faces.getFlashAttribute("saved");
        handedIn = savedAs != null;
        if (!handedIn) {
            savedAs = texts.of(BUNDLE, article.unsaved() ? "kept" : "savedAs", article.lastRevision());
        }
        saveLook = "ok";
    }

    /** What the screen shows beside the text; the text itself and its fields stay as the person has them. */
    private void showAround(ArticleView article) {
        base = article.version();
        adsJson = SlotBars.write(article, catalogue.byKey());
        wantedAds = "";
        address = new StoryAddress(article, articles);
        look(article.story());
        lastRevision = article.lastRevision();
        recent = revisions.list(id, Integer.MAX_VALUE, RECENT);
        standing.show(article, writable);
    }

    /** Saves the text and its fields as a revision. */
    public void save() {
        keep();
    }

    private boolean keep() {
        saveLook = "warn";
        savedAs = texts.of(BUNDLE, "notSaved");
        try {
            if (!caller.username().equals(openedBy)) {
                throw RefusedException.forbidden("somebody-else", texts.of(BUNDLE, "refusal.somebody-else"));
            }
            if (writable) {
                // What the page shows is only looked at for a field that cannot be read.
                story();
            }
            SaveOutcome outcome = saving.save(id, base, writable, mayPlace ? wantedAds : "");
            if (outcome != null) {
                after(outcome);
            } else {
                savedAs = texts.of(BUNDLE, "unchanged");
            }
            saveLook = "ok";
            return true;
        } catch (RefusedException refused) {
            complain(refused);
        }
        return false;
    }

    private void after(SaveOutcome outcome) {
        savedAs = outcome.revision() == null
                ? texts.of(BUNDLE, "unchanged")
                : texts.of(BUNDLE, "savedAs", outcome.revision().number());
        fields.setSlug(outcome.article().story().header().slug());
        showAround(outcome.article());
    }

    /** Gives the story the address of its headline, unless it has one of its own or readers know it already. */
    public void suggestSlug() {
        address.suggest(id, fields, articles);
    }

    /** Looks through the story as it is being written, and at what it lacks to be submitted; nothing is saved. */
    public void look() {
        standing.ask();
        try {
            look(story());
        } catch (RefusedException e) {
            // A field cannot be read yet; saving will say which. The findings stay as they are.
            checks = List.copyOf(checks);
        }
    }

    private void look(Story story) {
        checks = CheckLine.of(storyChecks.of(story), texts);
        languageGuessed = Script.isGuess(story);
    }

    private void reload() {
        Faces.redirect("write/%s", String.valueOf(id));
    }

    /** Saves, and hands the story to the editors. */
    public void submit() throws IOException {
        if (!keep()) {
            return;
        }
        try {
            workflow.perform(id, Step.of(Action.SUBMIT));
            Faces.setFlashAttribute("saved", texts.of(BUNDLE, "submitted"));
            reload();
        } catch (RefusedException refused) {
            complain(refused);
        }
    }

    private Story story() {
        List<Block> body = BodyText.read(bodyJson, articles.freshIds(articles.view(id)), texts);
        return new Story(fields.header(texts), body);
    }

    private void complain(RefusedException refused) {
        if (refused.fields().isEmpty()) {
            complain(null, refused.getMessage());
        }
        refused.fields().forEach(problem -> complain(problem.field(), problem.message()));
    }

    private void complain(String field, String message) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String component = field == null ? null : "story:" + field;
        boolean known = component != null && faces.getViewRoot().findComponent(component) != null;
        faces.addMessage(known ? component : null, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
        faces.validationFailed();
    }

    public Long getId() {
        return id;
    }

    public Fields getFields() {
        return fields;
    }

    public String getBodyJson() {
        return bodyJson;
    }

    public void setBodyJson(String bodyJson) {
        this.bodyJson = bodyJson;
    }

    public String getAdsJson() {
        return adsJson;
    }

    public boolean isWritable() {
        return writable;
    }

    /** Whether the page was loaded anew as the story was handed in. */
    public boolean isHandedIn() {
        return handedIn;
    }

    public int getLastRevision() {
        return lastRevision;
    }

    public List<RevisionSummary> getRecent() {
        return recent;
    }

    public boolean isMayPlace() {
        return mayPlace;
    }

    /** Key of the definition that a slot made of a pasted ad line gets. */
    public String getDefinition() {
        return writable || mayPlace ? catalogue.first().key() : "";
    }

    public StoryAddress getAddress() {
        return address;
    }

    public String getWantedAds() {
        return wantedAds;
    }

    public void setWantedAds(String wantedAds) {
        this.wantedAds = wantedAds == null ? "" : wantedAds;
    }

    /** Whether the language goes with the letters of the text until somebody chooses another one. */
    public boolean isLanguageGuessed() {
        return languageGuessed;
    }

    public List<CheckLine> getChecks() {
        return checks;
    }

    public String getSaveLook() {
        return saveLook;
    }

    public String getSavedAs() {
        return savedAs;
    }

    public long getBase() {
        return base;
    }

    /** Names the version that the page has come to by itself since it was loaded. */
    public void setBase(long base) {
        this.base = base;
    }
}
