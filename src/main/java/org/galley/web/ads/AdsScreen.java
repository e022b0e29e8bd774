package org.galley.web.ads;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.Catalogue;
import org.galley.adslot.SlotKind;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.SaveOutcome;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.placement.Explanation;
import org.galley.placement.GapReport;
import org.galley.placement.Verdict;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.SlotState;
import org.galley.story.Story;
import org.omnifaces.cdi.Param;

/** The ads screen: holds the layout that somebody is arranging until they save it. */
@Named
@ViewScoped
public class AdsScreen implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private Articles articles;

    @Inject
    private AdLayouts layouts;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sections sections;

    @Inject
    private Caller caller;

    @Inject
    private AdsWords words;

    @Inject
    @Param(pathIndex = 0)
    private Long id;

    private Long article;
    private long base;
    private Steps steps;
    private List<String> names = new ArrayList<>();
    private String note = "";
    private String done;
    private String problem;
    private boolean conflict;
    private boolean proposed;
    private ArrayList<String> proposal = new ArrayList<>();

    private transient Story story;
    private transient Arrangement arrangement;

    /** Loads the article; without one, the page says so with the status 404. */
    @PostConstruct
    void open() {
        try {
            if (id == null) {
                throw RefusedException.notFound("");
            }
            load(articles.view(id));
        } catch (RefusedException e) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
        }
    }

    private void load(ArticleView view) {
        article = view.id();
        base = view.version();
        story = view.story();
        steps = new Steps(view.layout());
        names = new ArrayList<>(Arrangement.order(story, view.layout()));
        arrangement = null;
    }

    /** Does what the browser asks for: the parameter {@code op}, with {@code slot}, {@code gap} and {@code definition} where needed. */
    public void perform() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        done = null;
        problem = null;
        conflict = false;
        proposed = false;
        try {
            if (!isMaySwitch()) {
                caller.require(Right.PLACE_ADS);
            }
            perform(asked.getOrDefault("op", ""), asked.getOrDefault("slot", ""), asked);
        } catch (RefusedException e) {
            problem = e.getMessage();
            conflict = e.kind() == RefusedException.Kind.CONFLICT;
        } catch (IllegalArgumentException e) {
            // A request that no button of this screen makes.
            problem = words.get("unknown");
        }
        arrangement = null;
    }

    private void perform(String op, String slot, Map<String, String> asked) {
        AdLayout layout = steps.current();
        switch (op) {
            case "move" -> move(slot, gap(asked));
            case "add" -> add(asked.getOrDefault("definition", ""), gap(asked));
            case "remove" -> steps.take(without(layout, slot));
            case "pin" -> steps.take(changed(layout, known(layout, slot).withPinned(true)));
            case "unpin" -> steps.take(changed(layout, known(layout, slot).withPinned(false)));
            case "keep" -> steps.take(changed(layout, kept(known(layout, slot))));
            case "define" -> define(layout, known(layout, slot), asked.getOrDefault("definition", ""));
            case "refuse" -> steps.take(layout.withRefused(changed(layout.refused(), block(gap(asked)), true)));
            case "allow" -> steps.take(layout.withRefused(changed(layout.refused(), block(gap(asked)), false)));
            case "advertising" ->
                steps.take(layout.withAdvertising(Advertising.ofKey(asked.getOrDefault("definition", ""))));
            case "propose" -> propose();
            case "undo" -> steps.undo();
            case "redo" -> steps.redo();
            case "save" -> save(asked.getOrDefault("note", ""));
            case "reload" -> load(articles.view(article));
            default -> throw new IllegalArgumentException("no such step: " + op);
        }
    }

    private static int gap(Map<String, String> asked) {
        return Integer.parseInt(asked.getOrDefault("gap", ""));
    }

    /** The block above a gap between two blocks. */
    private String block(int gap) {
        List<String> ids = getStory().ids();
        if (gap < 1 || gap >= ids.size()) {
            throw new IllegalArgumentException("no gap between blocks: " + gap);
        }
        return ids.get(gap - 1);
    }

    private static Set<String> changed(Set<String> refused, String block, boolean in) {
        Set<String> others = new HashSet<>(refused);
        if (in) {
            others.add(block);
        } else {
            others.remove(block);
        }
        return others;
    }

    private void move(String slot, int gap) {
        AdLayout layout = steps.current();
        AdSlot moved = known(layout, slot);
        String after = allowed(layout, slot, moved.definition(), gap);
        steps.take(changed(layout, moved.placedAfter(after).withPinned(true)));
    }

    private void add(String definition, int gap) {
        AdLayout layout = steps.current();
        String after = allowed(layout, null, definition, gap);
        List<AdSlot> slots = new ArrayList<>(layout.slots());
        Set<String> taken = new HashSet<>(getStory().ids());
        slots.forEach(slot -> taken.add(slot.id()));
        taken.addAll(names);
        AdSlot fresh = AdSlot.placed(new BlockIds(new SecureRandom(), taken).next(), definition, after, true);
        slots.add(fresh);
        names.add(fresh.id());
        steps.take(layout.withSlots(slots));
    }

    /** The block above a gap, if the slot may stand there; the browser knows the same verdicts, this one counts. */
    private String allowed(AdLayout layout, String slot, String definition, int gap) {
        if (!catalogue.byKey().containsKey(definition)) {
            throw new IllegalArgumentException("no such definition: " + definition);
        }
        List<GapReport> targets = layouts.targets(article, getStory(), layout, slot, definition);
        if (gap < 0 || gap >= targets.size()) {
            throw new IllegalArgumentException("no such gap: " + gap);
        }
        GapReport target = targets.get(gap);
        if (target.verdict() == Verdict.REFUSED) {
            throw RefusedException.invalid(
                    "gap", Explanation.summary(target.broken()).get(0).text());
        }
        return gap == 0 ? null : target.after();
    }

    private void define(AdLayout layout, AdSlot slot, String definition) {
        if (!catalogue.byKey().containsKey(definition)) {
            throw new IllegalArgumentException("no such definition: " + definition);
        }
        steps.take(changed(
                layout, new AdSlot(slot.id(), definition, slot.after(), slot.pinned(), slot.state(), slot.home())));
    }

    /** A displaced slot that somebody looked at and leaves where it came to stand. */
    private static AdSlot kept(AdSlot slot) {
        return slot.state() == SlotState.DISPLACED
                ? slot.placedAfter(slot.after()).withPinned(true)
                : slot;
    }

    private void propose() {
        AdLayout before = steps.current();
        AdLayout best = layouts.propose(article, getStory(), before);
        best.slots().stream()
                .map(AdSlot::id)
                .filter(slot -> !names.contains(slot))
                .forEach(names::add);
        proposed = true;
        proposal = new ArrayList<>();
        if (steps.take(best)) {
            arrange().changesSince(before).forEach(change -> proposal.add(change.name() + ": " + change.text()));
        }
    }

    private void save(String why) {
        note = why.strip();
        SaveOutcome outcome = layouts.save(article, base, steps.current(), note.isEmpty() ? null : note);
        load(outcome.article());
        note = "";
        done = outcome.revision() == null
                ? words.get("saved.same")
                : words.get("saved", Integer.toString(outcome.revision().number()));
        if (outcome.merged()) {
            done = done + " " + words.get("saved.merged");
        }
    }

    private static AdSlot known(AdLayout layout, String slot) {
        return layout.slot(slot).orElseThrow(() -> new IllegalArgumentException("no such slot: " + slot));
    }

    private static AdLayout changed(AdLayout layout, AdSlot other) {
        return layout.withSlots(layout.slots().stream()
                .map(slot -> slot.id().equals(other.id()) ? other : slot)
                .toList());
    }

    private static AdLayout without(AdLayout layout, String slot) {
        return layout.withSlots(layout.slots().stream()
                .filter(other -> !other.id().equals(slot))
                .toList());
    }

    private Arrangement arrange() {
        AdLayout layout = steps.current();
        Story text = getStory();
        return new Arrangement(
                text, layout, layouts.report(article, text, layout), layouts.policy(article, text), names, words);
    }

    /** The arrangement as it is now. */
    private Arrangement now() {
        if (arrangement == null) {
            arrangement = arrange();
        }
        return arrangement;
    }

    /** The text that the layout is made for: of the version that was loaded, even if somebody saved a newer one since. */
    private Story getStory() {
        if (story == null) {
            ArticleView view = articles.view(article);
            story = view.version() == base
                    ? view.story()
                    : articles.earlier(article, base).story();
        }
        return story;
    }

    public boolean isFound() {
        return article != null;
    }

    public Long getArticle() {
        return article;
    }

    public Header getHeader() {
        return getStory().header();
    }

    public String getSection() {
        return sections.find(getHeader().section())
                .map(section -> section.name())
                .orElse("");
    }

    public List<Block> getBlocks() {
        return getStory().body();
    }

    public boolean isMayPlace() {
        return caller.has(Right.PLACE_ADS);
    }

    /** Whether this person may switch the article's ads off and on. */
    public boolean isMaySwitch() {
        return isMayPlace() || caller.has(Right.APPROVE);
    }

    /** Key of whether the article carries ads, and if not why. */
    public String getAdvertising() {
        return steps.current().advertising().key();
    }

    public List<String> getAdvertisingChoices() {
        return Arrays.stream(Advertising.values()).map(Advertising::key).toList();
    }

    public List<SlotKind> getKinds() {
        return catalogue.kinds();
    }

    /** The definitions that a new slot may have. */
    public List<SlotKind> getOffered() {
        return catalogue.offered();
    }

    public List<RailLines.Meter> getMeters() {
        return now().meters();
    }

    public List<RailLines.Check> getChecks() {
        return now().checks();
    }

    public List<RailLines.Slot> getWaiting() {
        return now().waiting();
    }

    public List<RailLines.Slot> getPlaced() {
        return now().placed();
    }

    /** What the browser draws, as JSON. */
    public String getData() {
        return new ArrangementJson(article, now(), layouts, catalogue.byKey())
                .write(isMayPlace(), steps.canUndo(), steps.canRedo(), getUnsaved());
    }

    /** The words that the browser itself needs, as JSON. */
    public String getBrowserWords() {
        return words.forBrowser();
    }

    /** How many slots differ from what is saved. */
    public int getUnsaved() {
        return now().changesSince(steps.saved()).size();
    }

    /** The page's title. */
    public String getTitle() {
        return isFound() ? words.get("title", "“" + getHeader().headline() + "”") : words.get("notFound");
    }

    public String getState() {
        int unsaved = getUnsaved();
        return unsaved == 0 ? words.get("state.saved") : words.get("state.unsaved", unsaved);
    }

    public String getDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }

    public boolean isConflict() {
        return conflict;
    }

    public boolean isProposed() {
        return proposed;
    }

    public List<String> getProposal() {
        return proposal;
    }

    public String getNote() {
        return note;
    }

    /** The word for a breakpoint. */
    public String width(String breakpoint) {
        return words.get("width." + breakpoint);
    }
}
