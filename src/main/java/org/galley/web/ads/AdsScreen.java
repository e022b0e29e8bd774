package org.galley.web.ads;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.AdLayouts.InHand;
import org.galley.adslot.BlockNames;
import org.galley.adslot.Catalogue;
import org.galley.adslot.SlotKind;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.SaveOutcome;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.placement.GapReport;
import org.galley.placement.HeightEstimate;
import org.galley.placement.Verdict;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.ReadingDirection;
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
    /** When readers have what is saved: now, once it is published again, or for the first time. */
    private String readers;

    private Workbench bench;
    private String done;
    private String problem;
    private boolean conflict;
    private boolean alreadyBest;

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
        readers = view.state() == ArticleState.PUBLISHED ? "now" : view.isLive() ? "again" : "first";
        story = view.story();
        bench = new Workbench(story, view.layout());
        arrangement = null;
    }

    /** Does what the browser asks for: the parameter {@code op}, with {@code slot}, {@code gap} and {@code definition} where needed. */
    public void perform() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        done = null;
        problem = null;
        conflict = false;
        alreadyBest = false;
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
        switch (op) {
            case "propose" -> propose();
            case "take" -> bench.takeProposal();
            case "leave" -> bench.leaveProposal();
            case "undo" -> bench.undo();
            case "redo" -> bench.redo();
            case "reload" -> load(articles.view(article));
            // Whoever goes on working with a proposal that is shown takes it.
            default -> step(op, slot, asked);
        }
    }

    private void step(String op, String slot, Map<String, String> asked) {
        AdLayout layout = bench.shown();
        switch (op) {
            case "move" -> {
                String definition = LayoutEdits.known(layout, slot).definition();
                bench.take(LayoutEdits.moved(layout, slot, allowed(layout, slot, definition, gap(asked))));
            }
            case "add" -> add(layout, asked.getOrDefault("definition", ""), gap(asked));
            case "remove" -> bench.take(LayoutEdits.removed(layout, slot));
            case "pin" -> bench.take(LayoutEdits.pinned(layout, slot, true));
            case "unpin" -> bench.take(LayoutEdits.pinned(layout, slot, false));
            case "keep" -> bench.take(LayoutEdits.kept(layout, slot));
            case "define" ->
                bench.take(LayoutEdits.defined(layout, slot, defined(asked.getOrDefault("definition", ""))));
            case "refuse" -> bench.take(LayoutEdits.refused(layout, block(gap(asked)), true));
            case "allow" -> bench.take(LayoutEdits.refused(layout, block(gap(asked)), false));
            case "advertising" ->
                bench.take(layout.withAdvertising(Advertising.ofKey(asked.getOrDefault("definition", ""))));
            case "save" -> save(asked.getOrDefault("note", ""));
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

    private void add(AdLayout layout, String definition, int gap) {
        String after = allowed(layout, null, definition, gap);
        Set<String> taken = new HashSet<>(getStory().ids());
        taken.addAll(bench.names());
        String id = new BlockIds(new SecureRandom(), taken).next();
        bench.take(LayoutEdits.added(layout, AdSlot.placed(id, definition, after, true)));
    }

    private String defined(String definition) {
        if (!catalogue.byKey().containsKey(definition)) {
            throw new IllegalArgumentException("no such definition: " + definition);
        }
        return definition;
    }

    /** The block above a gap, if the slot may stand there; the browser knows the same verdicts, this one counts. */
    private String allowed(AdLayout layout, String slot, String definition, int gap) {
        InHand inHand = new InHand(slot, defined(definition));
        List<GapReport> targets = layouts.drops(article, getStory(), layout, List.of(inHand))
                .get(0)
                .gaps();
        if (gap < 0 || gap >= targets.size()) {
            throw new IllegalArgumentException("no such gap: " + gap);
        }
        GapReport target = targets.get(gap);
        if (target.verdict() == Verdict.REFUSED) {
            throw RefusedException.invalid(
                    "gap",
                    BlockNames.sentences(getStory()).ofGap(target.broken()).get(0));
        }
        return gap == 0 ? null : target.after();
    }

    /** Shows what auto-place would change; nothing is taken before somebody says so, or goes on working with it. */
    private void propose() {
        bench.leaveProposal();
        alreadyBest = !bench.propose(layouts.propose(article, getStory(), bench.shown()));
    }

    private void save(String why) {
        String note = why.strip();
        SaveOutcome outcome = layouts.save(article, base, bench.shown(), note.isEmpty() ? null : note);
        load(outcome.article());
        done = outcome.revision() == null
                ? words.get("saved.same")
                : words.get("saved", Integer.toString(outcome.revision().number()));
        if (outcome.merged()) {
            done = done + " " + words.get("saved.merged");
        }
    }

    private Arrangement arranged(AdLayout layout) {
        Story text = getStory();
        return new Arrangement(
                text,
                layout,
                layouts.report(article, text, layout),
                layouts.policy(article, text),
                bench.names(),
                words);
    }

    /** The arrangement as it is now. */
    private Arrangement now() {
        if (arrangement == null) {
            arrangement = arranged(bench.shown());
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
        return bench.shown().advertising().key();
    }

    /** What ads switched off mean to readers, and from when on. */
    public String getAdvertisingNote() {
        String when = bench.shown().advertising() == bench.saved().advertising() ? readers : "unsaved";
        return words.get("advertising.note." + when);
    }

    public List<String> getAdvertisingChoices() {
        return Arrays.stream(Advertising.values()).map(Advertising::key).toList();
    }

    /** The definitions that a slot may be given instead of its own, and its own. */
    public List<SlotKind> kindsFor(String definition) {
        return catalogue.kinds().stream()
                .filter(kind -> !kind.retired() || kind.key().equals(definition))
                .toList();
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
                .write(
                        isMayPlace(),
                        bench.canUndo(),
                        bench.canRedo(),
                        getUnsaved(),
                        bench.isProposed() ? now().changesOnBoard(bench.beforeProposal()) : null);
    }

    /** The words that the browser itself needs, as JSON. */
    public String getBrowserWords() {
        return words.forBrowser();
    }

    /** How many slots differ from what is saved. */
    public int getUnsaved() {
        return now().changesSince(bench.saved()).size();
    }

    /** The page's title. */
    public String getTitle() {
        return isFound() ? words.get("title", "“" + getHeader().headline() + "”") : words.get("notFound");
    }

    public String getState() {
        if (isProposed()) {
            return words.get("state.preview");
        }
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

    /** Whether what is shown is what auto-place suggests, and nobody has taken it yet. */
    public boolean isProposed() {
        return bench.isProposed();
    }

    /** Whether auto-place was asked and had nothing better. */
    public boolean isAlreadyBest() {
        return alreadyBest;
    }

    /** What auto-place would change, line by line. */
    public List<String> getProposal() {
        return isProposed() ? now().proposalSince(arranged(bench.beforeProposal())) : List.of();
    }

    /** From which side the story is read. */
    public String getDirection() {
        return ReadingDirection.of(getHeader().language()).key();
    }

    /** How far the estimated heights may be off, in words. */
    public String getEstimate() {
        return words.get("estimate", HeightEstimate.TOTAL_WITHIN, HeightEstimate.GAP_WITHIN);
    }

    /** The word for a breakpoint. */
    public String width(String breakpoint) {
        return words.get("width." + breakpoint);
    }
}
