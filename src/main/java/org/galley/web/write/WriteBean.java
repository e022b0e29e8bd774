package org.galley.web.write;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.util.List;
import org.galley.adslot.Catalogue;
import org.galley.adslot.SlotKind;
import org.galley.api.json.BodyJson;
import org.galley.api.json.Faults;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EditConflictException;
import org.galley.article.SaveOutcome;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Story;
import org.galley.web.shell.Texts;
import org.galley.workflow.Action;
import org.galley.workflow.Choice;
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
    private static final String BUNDLE = "write";

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
    private transient Sections sections;

    @Inject
    private transient Texts texts;

    private long base;
    private Fields fields = new Fields();
    private String bodyJson = "[]";
    private String adsJson = "[]";
    private boolean writable;
    private boolean live;
    private String state;
    private int lastRevision;
    private Choice submission;
    private List<RevisionSummary> recent = List.of();
    private List<AdSlot> unplaced = List.of();
    private int slots;
    private String savedAs;
    private List<Collision> collisions = List.of();

    @PostConstruct
    void load() {
        if (id == null) {
            throw RefusedException.notFound("Which article? The address needs its number.");
        }
        show(articles.view(id));
    }

    private void show(ArticleView article) {
        Story story = article.story();
        base = article.version();
        fields = Fields.of(story.header());
        bodyJson = BodyJson.write(story.body()).toString();
        writable = articles.mayWrite(article);
        showAround(article);
    }

    /** What the screen shows beside the text; the text itself and its fields stay as the person has them. */
    private void showAround(ArticleView article) {
        base = article.version();
        adsJson = ads(article).toString();
        live = article.isLive();
        state = article.state().key();
        lastRevision = article.lastRevision();
        slots = article.layout().slots().size();
        unplaced = article.layout().withoutPlace();
        recent = revisions.list(id, Integer.MAX_VALUE, RECENT);
        submission = workflow.choices(id).stream()
                .filter(choice -> choice.action() == Action.SUBMIT)
                .findFirst()
                .orElseThrow();
    }

    private JsonArray ads(ArticleView article) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (AdSlot slot : article.layout().slots()) {
            SlotKind kind = catalogue.byKey().get(slot.definition());
            var entry = Json.createObjectBuilder()
                    .add("id", slot.id())
                    .add("definition", slot.definition())
                    .add("label", slot.definition())
                    .add("pinned", slot.pinned())
                    .add("state", slot.state().key())
                    .add("detail", kind == null ? "" : sizes(kind));
            if (slot.after() == null) {
                entry.addNull("after");
            } else {
                entry.add("after", slot.after());
            }
            json.add(entry);
        }
        return json.build();
    }

    private static String sizes(SlotKind kind) {
        SlotKind.Room phone = kind.rooms().get(SlotKind.PHONE);
        return phone == null || phone.sizes().isEmpty()
                ? ""
                : phone.sizes().get(0).toString();
    }

    /** Saves the text and its fields as a revision. */
    public void save() {
        keep();
    }

    private boolean keep() {
        collisions = List.of();
        try {
            SaveOutcome outcome = articles.save(id, new Articles.TextChange(base, story(), null, null));
            after(outcome);
            return true;
        } catch (EditConflictException conflict) {
            collisions =
                    conflict.merge().conflicts().stream().map(Collision::of).toList();
            complain(null, conflict.getMessage());
        } catch (RefusedException refused) {
            complain(refused);
        }
        return false;
    }

    private void after(SaveOutcome outcome) {
        savedAs = outcome.revision() == null
                ? texts.of(BUNDLE, "unchanged")
                : texts.of(BUNDLE, "savedAs", outcome.revision().number());
        if (outcome.merged()) {
            Faces.setFlashAttribute("saved", texts.of(BUNDLE, "merged"));
            reload();
            return;
        }
        fields.setSlug(outcome.article().story().header().slug());
        showAround(outcome.article());
    }

    private void reload() {
        Faces.redirect("write/%s", String.valueOf(id));
    }

    /** After a collision: the other person's words stand, all else of both sides is kept. */
    public void takeTheirs() {
        settle(false);
    }

    /** After a collision: this person's words stand, all else of both sides is kept. */
    public void takeMine() {
        settle(true);
    }

    private void settle(boolean mine) {
        try {
            articles.settle(id, new Articles.TextChange(base, story(), null, null), mine);
            Faces.setFlashAttribute("saved", texts.of(BUNDLE, "settled"));
            reload();
        } catch (RefusedException refused) {
            complain(refused);
        }
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
            throw RefusedException.invalid("body", "The text did not arrive whole; save again.");
        }
        if (!faults.isEmpty()) {
            throw RefusedException.invalid("body", faults.violations().get(0).message());
        }
        return new Story(fields.header(), body);
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

    public boolean isLive() {
        return live;
    }

    public String getState() {
        return state;
    }

    public int getLastRevision() {
        return lastRevision;
    }

    public Choice getSubmission() {
        return submission;
    }

    public List<RevisionSummary> getRecent() {
        return recent;
    }

    public List<AdSlot> getUnplaced() {
        return unplaced;
    }

    public int getSlots() {
        return slots;
    }

    public String getSavedAs() {
        return savedAs == null ? Faces.getFlashAttribute("saved") : savedAs;
    }

    public List<Collision> getCollisions() {
        return collisions;
    }

    public List<SectionName> getSections() {
        return sections.all();
    }
}
