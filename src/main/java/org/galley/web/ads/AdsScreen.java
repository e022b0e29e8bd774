package org.galley.web.ads;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.io.Serial;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.AdNews;
import org.galley.adslot.BlockNames;
import org.galley.adslot.Catalogue;
import org.galley.adslot.Meanwhile;
import org.galley.adslot.SlotKind;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.article.SaveOutcome;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.placement.HeightEstimate;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.web.SessionMark;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.ReadingDirection;
import org.galley.story.Story;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

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
    private AdTargets targets;

    @Inject
    private AdNews news;

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
    /** Slots that somebody else changed in another way before this was saved, and who did. */
    private LinkedHashMap<String, String> clashing = new LinkedHashMap<>();

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

    private transient Story story;
    private transient Arrangement arrangement;
    private transient BlockNames openings;

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
        clashing.clear();
    }

    /**
     * Does what the browser asks for: the parameter {@code op}, with {@code slot}, {@code gap} and {@code definition} where needed;
     * {@code turn} names the request, which may come twice if its answer was lost.
     */
    public void perform() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String turn = asked.getOrDefault("turn", "");
        if (!turn.isEmpty() && turn.equals(lastTurn)) {
            return;
        }
        lastTurn = turn;
        if (asked.getOrDefault("op", "").equals("look")) {
            look();
            return;
        }
        done = null;
        problem = null;
        stepped = null;
        conflict = false;
        alreadyBest = false;
        long before = base;
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
        if (base != before) {
            changed = null;
            openings = null;
            // The proofs show the text of that version; what the browser copied of the other one is of no use.
            FacesContext.getCurrentInstance()
                    .getPartialViewContext()
                    .getRenderIds()
                    .add("sheet");
        }
    }

    private void perform(String op, String slot, Map<String, String> asked) {
        switch (op) {
            case "propose" -> propose();
            case "take" -> bench.takeProposal();
            case "leave" -> bench.leaveProposal();
            case "undo" -> undo();
            case "redo" -> redo();
            case "reload" -> load(articles.view(article));
            case "restore" -> restore(asked);
            case "refresh" -> refresh();
            // Whoever goes on working with a proposal that is shown takes it.
            default -> step(op, slot, asked);
        }
    }

    private void step(String op, String slot, Map<String, String> asked) {
        AdLayout layout = bench.shown();
        switch (op) {
            case "move" -> {
                String definition = LayoutEdits.known(layout, slot).definition();
                bench.take(LayoutEdits.moved(
                        layout, slot, targets.after(article, getStory(), layout, slot, definition, gap(asked))));
            }
            case "add" -> add(layout, asked.getOrDefault("definition", ""), gap(asked));
            case "remove" -> bench.take(LayoutEdits.removed(layout, slot));
            case "pin" -> bench.take(LayoutEdits.pinned(layout, slot, true));
            case "unpin" -> bench.take(LayoutEdits.pinned(layout, slot, false));
            case "keep" -> bench.take(LayoutEdits.kept(layout, slot));
            case "define" ->
                bench.take(LayoutEdits.defined(layout, slot, targets.defined(asked.getOrDefault("definition", ""))));
            case "refuse" -> bench.take(LayoutEdits.refused(layout, AdTargets.between(getStory(), gap(asked)), true));
            case "allow" -> bench.take(LayoutEdits.refused(layout, AdTargets.between(getStory(), gap(asked)), false));
            case "advertising" ->
                bench.take(layout.withAdvertising(Advertising.ofKey(asked.getOrDefault("definition", ""))));
            case "theirs" -> bench.take(LayoutEdits.asIn(layout, bench.saved(), slot));
            case "save" -> save(asked.getOrDefault("note", ""));
            default -> throw new IllegalArgumentException("no such step: " + op);
        }
    }

    private static int gap(Map<String, String> asked) {
        return Integer.parseInt(asked.getOrDefault("gap", ""));
    }

    private void add(AdLayout layout, String definition, int gap) {
        String after = targets.after(article, getStory(), layout, null, definition, gap);
        Set<String> taken = new HashSet<>(getStory().ids());
        taken.addAll(bench.names());
        String id = new BlockIds(new SecureRandom(), taken).next();
        bench.take(LayoutEdits.added(layout, AdSlot.placed(id, definition, after, true)));
    }

    /** Shows what auto-place would change; nothing is taken before somebody says so, or goes on working with it. */
    private void propose() {
        bench.leaveProposal();
        alreadyBest = !bench.propose(layouts.propose(article, getStory(), bench.shown()));
    }

    private void undo() {
        if (isProposed()) {
            bench.undo();
            stepped = words.get("undone.proposal");
            return;
        }
        Arrangement before = arranged(bench.shown());
        bench.undo();
        stepped = words.get("undone", before.saidSince(bench.shown()));
    }

    private void redo() {
        AdLayout before = bench.shown();
        bench.redo();
        stepped = words.get("redone", arranged(bench.shown()).saidSince(before));
    }

    /** Takes up what the page kept when the session ended that it was opened in. */
    private void restore(Map<String, String> asked) {
        long begun = Long.parseLong(asked.getOrDefault("base", ""));
        EarlierState from = articles.earlier(article, begun);
        KeptSteps kept = KeptSteps.read(asked.getOrDefault("kept", ""), from.story());
        base = begun;
        story = from.story();
        bench = new Workbench(story, from.layout());
        bench.takeUp(kept);
        clashing.clear();
    }

    /** Takes in what was saved meanwhile, without saving. */
    private void refresh() {
        Meanwhile meanwhile = news.since(article, base);
        goOnFrom(meanwhile);
        done = words.get("refreshed");
    }

    private void save(String why) {
        bench.takeProposal();
        String note = why.strip().isEmpty() ? null : why.strip();
        long begun = base;
        AdLayout wanted = bench.shown();
        SaveOutcome outcome;
        try {
            outcome = layouts.save(article, base, wanted, note);
        } catch (RefusedException e) {
            if (!e.code().equals(AdLayouts.CLASH)) {
                throw e;
            }
            if (!goOnFrom(news.since(article, base))) {
                save(why);
            }
            return;
        }
        List<String> names = bench.names();
        load(outcome.article());
        done = outcome.revision() == null
                ? words.get("saved.same")
                : words.get("saved", Integer.toString(outcome.revision().number()));
        if (outcome.merged()) {
            done = done + " " + words.get("saved.merged") + uprooted(wanted, articles.earlier(article, begun), names);
        }
    }

    /** Which slots of the saved layout lost their paragraph to what somebody else saved before. */
    private String uprooted(AdLayout wanted, EarlierState begun, List<String> names) {
        return new Meanwhile(begun, articles.view(article))
                .uprooted(wanted).stream()
                        .map(slot -> " " + arranged(bench.saved(), names).uprooted(slot))
                        .collect(Collectors.joining());
    }

    /**
     * Goes on from what was saved meanwhile; where somebody else changed the same slot, the person is asked.
     *
     * @return whether there is such a slot
     */
    private boolean goOnFrom(Meanwhile meanwhile) {
        ArticleView now = meanwhile.now();
        List<String> clashes = meanwhile.clashes(bench.shown());
        clashes.forEach(slot -> clashing.put(slot, news.changedBy(now, slot).orElse(null)));
        bench.goOnFrom(now.layout(), meanwhile::together);
        base = now.version();
        story = now.story();
        return !clashes.isEmpty();
    }

    /** Finds out what others saved meanwhile; nothing else changes. */
    private void look() {
        changed = null;
        Meanwhile meanwhile = news.since(article, base);
        if (meanwhile.now().version() != base) {
            String key = meanwhile.isTextOther() ? "news.text" : "news";
            changed = words.get(key, news.savedBy(meanwhile.now()))
                    + meanwhile.uprooted(bench.shown()).stream()
                            .map(slot -> " " + now().uprooted(slot))
                            .collect(Collectors.joining());
        }
    }

    private Arrangement arranged(AdLayout layout) {
        return arranged(layout, bench.names());
    }

    private Arrangement arranged(AdLayout layout, List<String> names) {
        Story text = getStory();
        return new Arrangement(
                text, layout, layouts.report(article, text, layout), layouts.policy(article, text), names, words);
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

    /** By which words a block is called, for the gap below it. */
    public String opening(Block block) {
        if (openings == null) {
            openings = BlockNames.of(getStory());
        }
        return openings.of(block.id());
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
                        bench.isProposed() ? now().changesOnBoard(bench.beforeProposal()) : null,
                        Json.createObjectBuilder()
                                .add("undo", bench.canUndo())
                                .add("redo", bench.canRedo())
                                .add("unsaved", getUnsaved())
                                .add("stepped", stepped == null ? "" : stepped)
                                .add("base", base)
                                .add("kept", bench.kept().write()));
    }

    /** What the page needs to go on when its session ends, as JSON. */
    public String getOpened() {
        return Json.createObjectBuilder()
                .add("article", article)
                .add("root", Faces.getRequestContextPath())
                .add("username", caller.username())
                .add("session", SessionMark.of(Faces.getRequest()))
                .add("words", words.forSignIn())
                .build()
                .toString();
    }

    /** The slots that somebody else changed in another way, and nobody has decided on yet. */
    public List<RailLines.Clash> getClashes() {
        List<RailLines.Clash> clashes = new ArrayList<>();
        clashing.forEach((slot, who) -> {
            RailLines.Clash clash = now().clash(slot, who, bench.saved());
            if (clash != null) {
                clashes.add(clash);
            }
        });
        return clashes;
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

    /** What others saved since this was loaded, in words; null if nobody did as far as is known. */
    public String getChanged() {
        return changed;
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
