package org.galley.api.articles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.galley.adslot.AdLayouts;
import org.galley.api.json.EntityTags;
import org.galley.api.json.ReadContext;
import org.galley.api.json.StoryInput;
import org.galley.api.json.StoryJson;
import org.galley.api.problem.Violation;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.EarlierState;
import org.galley.article.SaveOutcome;
import org.galley.diff.Anchors;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;
import org.galley.revision.RevisionKind;
import org.galley.story.AdLayout;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.Script;
import org.galley.story.Story;

/** Saves a story and its ad slots that came in one body as what they are: a change of the text, a change of the ads, or both at once. */
@RequestScoped
@Transactional
public class StorySaving {
    private static final String KEPT =
            "Readers know this story by its address: only those who publish may change its slug or section.";

    @Inject
    private Articles articles;

    @Inject
    private AdLayouts layouts;

    @Inject
    private Sections sections;

    @Inject
    private GalleySettings settings;

    @Inject
    private Caller caller;

    private final SecureRandom random = new SecureRandom();

    /** @param warnings what was put right while reading the body */
    record Saved(SaveOutcome outcome, List<Violation> warnings) {}

    Saved create(JsonObject body) {
        caller.require(Right.WRITE_OWN);
        Header defaults = Header.EMPTY.withSection(sections.first().key());
        ReadContext context = ReadContext.forNew(defaults, new BlockIds(random, List.of()), settings.zone());
        StoryInput wanted = StoryJson.read(body, context);
        Story story = inItsLanguage(body, context.base(), context.base(), wanted.story());
        SaveOutcome made = articles.create(story, AdLayout.EMPTY, RevisionKind.SAVE, null);
        AdLayout ads = wanted.ads().orElse(AdLayout.EMPTY);
        if (!ads.slots().isEmpty()) {
            caller.require(Right.PLACE_ADS);
            made = layouts.save(made.article().id(), made.article().version(), ads, null);
        }
        return new Saved(made, wanted.warnings());
    }

    /** What a client wants, in the language of its letters if neither the client nor anybody else has chosen one. */
    static Story inItsLanguage(JsonObject body, Story from, Story current, Story wanted) {
        boolean isNamed = body.containsKey("language")
                || !from.header().language().equals(current.header().language());
        return isNamed ? wanted : Script.following(from, wanted);
    }

    /** A save that makes a revision. */
    Saved save(long id, String ifMatch, JsonObject body, String name, String note) {
        Started started = start(id, ifMatch, body);
        requireSameAddress(started);
        Optional<AdLayout> ads = changedAds(started);
        if (ads.isEmpty()) {
            return new Saved(
                    articles.save(id, new Articles.TextChange(started.base, started.wanted.story(), name, note)),
                    started.wanted.warnings());
        }
        boolean textToo = !started.wanted.story().equals(started.from.story());
        SaveOutcome outcome = textToo ? saveBoth(id, started, ads.get(), name, note) : saveAds(id, started, ads.get());
        return new Saved(outcome, started.wanted.warnings());
    }

    /**
     * Readers know a published story by its address, which those who publish may change; others would see their change ignored.
     */
    private void requireSameAddress(Started started) {
        if (started.current.firstPublishedAt() == null || caller.has(Right.PUBLISH)) {
            return;
        }
        Header wanted = started.wanted.story().header();
        List<FieldProblem> problems = new ArrayList<>();
        if (isMoved(started, wanted, Header::slug)) {
            problems.add(new FieldProblem("slug", KEPT));
        }
        if (isMoved(started, wanted, Header::section)) {
            problems.add(new FieldProblem("section", KEPT));
        }
        if (!problems.isEmpty()) {
            throw RefusedException.invalid(KEPT, problems);
        }
    }

    private static boolean isMoved(Started started, Header wanted, Function<Header, String> part) {
        String value = part.apply(wanted);
        return !value.isEmpty()
                && !value.equals(part.apply(started.from.story().header()))
                && !value.equals(part.apply(started.current.story().header()));
    }

    private SaveOutcome saveAds(long id, Started started, AdLayout ads) {
        SaveOutcome saved = layouts.save(id, started.base, ads, null);
        return new SaveOutcome(saved.article(), saved.revision(), started.base != started.current.version());
    }

    private SaveOutcome saveBoth(long id, Started started, AdLayout ads, String name, String note) {
        SaveOutcome text = articles.save(id, new Articles.TextChange(started.base, started.wanted.story(), name, note));
        // The slots were arranged in the text that was sent; a merge may have changed it since.
        AdLayout moved =
                Anchors.follow(ads, started.wanted.story(), text.article().story());
        long base = text.merged() ? started.base : text.article().version();
        SaveOutcome both = layouts.save(id, base, moved, null);
        return new SaveOutcome(both.article(), both.revision(), text.merged());
    }

    /** A save that makes no revision, and so leaves the ads alone: each of their changes is a revision. */
    Saved autosave(long id, String ifMatch, JsonObject body) {
        Started started = start(id, ifMatch, body);
        if (changedAds(started).isPresent()) {
            throw RefusedException.invalid(
                    "ads", "Ad slots are not autosaved; save the article, or its ads at /articles/" + id + "/ads.");
        }
        SaveOutcome outcome =
                articles.autosave(id, new Articles.TextChange(started.base, started.wanted.story(), null, null));
        return new Saved(outcome, started.wanted.warnings());
    }

    /**
     * What a save begins with.
     *
     * @param base the version from which the client started
     * @param from what the article was at that version
     */
    private record Started(ArticleView current, long base, EarlierState from, StoryInput wanted) {}

    private Started start(long id, String ifMatch, JsonObject body) {
        ArticleView current = articles.view(id);
        long base = EntityTags.baseVersion(ifMatch, current.version());
        EarlierState from = base == current.version()
                ? new EarlierState(current.story(), current.layout())
                : articles.earlier(id, base);
        StoryInput wanted = StoryJson.read(
                body, new ReadContext(from.story(), from.layout(), articles.freshIds(current), settings.zone()));
        Story story = inItsLanguage(body, from.story(), current.story(), wanted.story());
        return new Started(current, base, from, new StoryInput(story, wanted.ads(), wanted.warnings()));
    }

    /** The layout that the client wants, if it is another than the one it started from, or than the one that stands now. */
    private Optional<AdLayout> changedAds(Started started) {
        Optional<AdLayout> ads = started.wanted
                .ads()
                .filter(wanted -> !wanted.equals(started.from.layout()) && !wanted.equals(started.current.layout()));
        if (ads.isPresent()) {
            caller.require(Right.PLACE_ADS);
        }
        return ads;
    }
}
