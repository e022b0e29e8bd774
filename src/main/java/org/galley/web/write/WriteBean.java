package org.galley.web.write;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.Catalogue;
import org.galley.api.json.BodyJson;
import org.galley.api.json.Faults;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.article.SaveOutcome;
import org.galley.article.StoryChecks;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.People;
import org.galley.people.Right;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.web.SessionMark;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.story.Block;
import org.galley.story.Story;
import org.galley.web.shell.Texts;
import org.galley.web.shell.Times;
import org.galley.workflow.Action;
import org.galley.workflow.Choice;
import org.galley.workflow.Standing;
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
    /** Steps of the workflow that are looked at: more than lie between two decisions. */
    private static final int STEPS = 50;

    static final String BUNDLE = "write";

    /** Reasons against submitting that the writer can do away with on this screen. */
    private static final Set<String> MENDABLE = Set.of("headline-missing", "text-missing", "checks");

    private static final String WRONG_STATE = "wrong-state";

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
    private transient WorkflowLog log;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient Texts texts;

    @Inject
    private transient AdLayouts layouts;

    @Inject
    private transient StoryChecks storyChecks;

    @Inject
    private transient Caller caller;

    @Inject
    private transient People people;

    @Inject
    private transient GalleySettings settings;

    @Inject
    private transient Times times;

    private String openedBy;
    private long base;
    private Fields fields = new Fields();
    private String bodyJson = "[]";
    private String adsJson = "[]";
    private boolean writable;
    private StoryStanding standing;
    private boolean handedIn;
    private int lastRevision;
    private List<RevisionSummary> recent = List.of();
    private boolean mayPlace;
    private boolean addressKept;
    private boolean published;
    private String wantedAds = "";
    private String slugOfHeadline = "";
    private List<CheckLine> checks = List.of();
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
        base = article.version();
        fields = Fields.of(story.header());
        bodyJson = BodyJson.write(story.body()).toString();
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
        published = article.firstPublishedAt() != null;
        addressKept = !articles.mayMove(article);
        slugOfHeadline = published
                ? ""
                : articles.slugFor(
                        id,
                        article.story().header().section(),
                        article.story().header().headline());
        checks = lines(article.story());
        lastRevision = article.lastRevision();
        recent = revisions.list(id, Integer.MAX_VALUE, RECENT);
        stand(article);
    }

    private void stand(ArticleView article) {
        standing = StoryStanding.of(article, Standing.of(log.list(id, STEPS)), workflow.choices(id));
    }

    /** Asks where the story stands, as a change of its text or somebody else moved it; what the person writes stays as it is. */
    public void stand() {
        stand(articles.view(id));
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
            SaveOutcome outcome = writable ? saveText() : null;
            SaveOutcome placed = placeAds(outcome);
            if (outcome == null || (placed != null && placed.revision() != null)) {
                outcome = placed;
            }
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

    /**
     * The page has sent all its words before it asks for this, and may have sent more since; a revision is made of what the desk
     * has. What the page shows is only looked at for a field that cannot be read.
     */
    private SaveOutcome saveText() {
        story();
        ArticleView now = articles.view(id);
        return articles.save(id, new Articles.TextChange(now.version(), now.story(), null, null));
    }

    /**
     * @param text what became of the text just now, or null if this person does not write it
     * @return null if nobody moved an ad slot
     */
    private SaveOutcome placeAds(SaveOutcome text) {
        if (!mayPlace || wantedAds.isBlank()) {
            return null;
        }
        ArticleView now = articles.view(id);
        // Without a text of their own, people arrange slots in the text that their page shows, which may be an older
        // one.
        boolean older = text == null && base != now.version();
        EarlierState shown = older ? articles.earlier(id, base) : new EarlierState(now.story(), now.layout());
        return layouts.save(
                id, older ? base : now.version(), SlotBars.read(wantedAds, shown, articles.freshIds(now), texts), null);
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
        if (published || !(fields.getSlug().isBlank() || fields.getSlug().equals(slugOfHeadline))) {
            return;
        }
        slugOfHeadline = articles.slugFor(id, fields.getSection(), fields.getHeadline());
        fields.setSlug(slugOfHeadline);
    }

    /** Looks through the story as it is being written, and at what it lacks to be submitted; nothing is saved. */
    public void look() {
        stand();
        try {
            checks = lines(story());
        } catch (RefusedException e) {
            // A field cannot be read yet; saving will say which. The findings stay as they are.
            checks = List.copyOf(checks);
        }
    }

    private List<CheckLine> lines(Story story) {
        return CheckLine.of(storyChecks.of(story), texts);
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
        Faults faults = new Faults();
        List<Block> body;
        try (JsonReader reader = Json.createReader(new StringReader(bodyJson))) {
            body = BodyJson.read(reader.readArray(), "/body", articles.freshIds(articles.view(id)), faults);
        } catch (JsonException e) {
            throw RefusedException.invalid("body", texts.of(BUNDLE, "bodyBroken"));
        }
        if (!faults.isEmpty()) {
            throw RefusedException.invalid("body", faults.violations().get(0).message());
        }
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

    public StoryStanding getStanding() {
        return standing;
    }

    /** What voided the approval, and what comes of it; empty if nothing did. */
    public String getVoided() {
        WorkflowStep voided = standing.voided();
        if (voided == null) {
            return "";
        }
        String said = caller.username().equals(voided.actor())
                ? texts.of(BUNDLE, "voided.own", voided.revision())
                : texts.of(BUNDLE, "voided.other", voided.revision(), person(voided.actor()), times.brief(voided.at()));
        return standing.offSchedule() ? said + " " + texts.of(BUNDLE, "voided.schedule") : said;
    }

    /** Whether the page was loaded anew as the story was handed in. */
    public boolean isHandedIn() {
        return handedIn;
    }

    public int getLastRevision() {
        return lastRevision;
    }

    /** What there is to know before the story can go on, in words for its writer; empty if there is nothing. */
    public String getHint() {
        Choice submission = standing.submission();
        if (!writable || submission.allowed()) {
            return "";
        }
        if (!WRONG_STATE.equals(submission.code())) {
            return submission.reason();
        }
        return standing.isApproved()
                ? ""
                : texts.of(BUNDLE, "hint." + standing.state().key());
    }

    /** What a finding that blocks stands in the way of. */
    public String getBlocking() {
        return texts.of(
                BUNDLE, standing.state() == ArticleState.SUBMITTED ? "checks.blocker.submitted" : "checks.blocker");
    }

    public List<RevisionSummary> getRecent() {
        return recent;
    }

    /** What a person is called; the account's name if it is gone. */
    public String person(String username) {
        return people.find(username).map(Account::displayName).orElse(username);
    }

    public boolean isMayPlace() {
        return mayPlace;
    }

    /** Key of the definition that a slot made of a pasted ad line gets. */
    public String getDefinition() {
        return writable || mayPlace ? catalogue.first().key() : "";
    }

    /** Whether readers know the story's address and this person cannot change it. */
    public boolean isAddressKept() {
        return addressKept;
    }

    /** The key of what there is to know about the address. */
    public String getAddressHint() {
        return published ? (addressKept ? "slug.kept" : "slug.moves") : "slug.hint";
    }

    public String getWantedAds() {
        return wantedAds;
    }

    public void setWantedAds(String wantedAds) {
        this.wantedAds = wantedAds == null ? "" : wantedAds;
    }

    public List<CheckLine> getChecks() {
        return checks;
    }

    public String getSaveLook() {
        return saveLook;
    }

    /** Whether there is a step to try; what is missing for it is said when it is tried. */
    public boolean isSubmittable() {
        Choice submission = standing.submission();
        return writable && (submission.allowed() || MENDABLE.contains(submission.code()));
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

    /** What the page needs to keep itself in step with the desk, as JSON. */
    public String getOpened() {
        return Json.createObjectBuilder()
                .add("article", id)
                .add("version", base)
                .add("root", Faces.getRequestContextPath())
                .add("username", caller.username())
                .add("writable", writable)
                .add("placing", mayPlace)
                .add("zone", settings.zone().getId())
                .add("zoneName", times.getZoneName())
                .add("session", SessionMark.of(Faces.getRequest()))
                .build()
                .toString();
    }
}
