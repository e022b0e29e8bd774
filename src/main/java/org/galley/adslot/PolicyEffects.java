package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.galley.article.ArticleSweep;
import org.galley.article.ArticleSweep.Live;
import org.galley.article.ArticleSweep.Waiting;
import org.galley.article.Articles;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.placement.Placement;
import org.galley.placement.PlacementPolicy;
import org.galley.placement.PlacementReport;
import org.galley.placement.Sentences;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;

/** Says what a policy would do before anybody saves it: to live articles, and to one story that somebody looks at. */
@ApplicationScoped
@Transactional
public class PolicyEffects {
    private static final int PAGE = 100;
    private static final int LISTED = 200;

    @Inject
    private PolicyStore stored;

    @Inject
    private ArticleSweep sweep;

    @Inject
    private Articles articles;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Caller caller;

    /** What a policy says of one article: errors and warnings of its layout, and how many slots its text has room for. */
    public record Verdict(int errors, int warnings, int room) implements Serializable {}

    /**
     * A live article of which a policy would say something else.
     *
     * @param before what the policy says now of what readers have
     * @param waiting how the layout that waits to be published would break the policy and does not now, in sentences; empty if it
     *     would not, or nothing waits
     */
    public record Change(long article, String headline, Verdict before, Verdict after, List<String> waiting)
            implements Serializable {
        public Change {
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * The live articles of which a policy would say something else.
     *
     * @param live how many live articles were looked at
     * @param changed how many of them change
     * @param broken how many of them would break the policy and do not now, as readers have them
     * @param waiting of how many the layout that waits to be published would break it and does not now
     * @param listed the first 200 of those that change, those that would break it first
     */
    public record Effects(int live, int changed, int broken, int waiting, List<Change> listed) implements Serializable {
        public Effects {
            listed = List.copyOf(listed);
        }
    }

    /**
     * What would change on live articles if a scope set these figures instead of its own; all of them are looked at, none is kept.
     *
     * @throws org.galley.platform.refusal.RefusedException forbidden
     */
    public Effects effects(String scope, PolicyFigures wanted) {
        caller.require(Right.CATALOGUE);
        Map<String, PolicyFigures> now = stored.all();
        Map<String, PolicyFigures> then = new HashMap<>(now);
        then.put(scope, wanted);
        Map<String, SlotKind> kinds = catalogue.byKey();
        Map<Own, Both> policies = new HashMap<>();
        OptionalLong one = PolicyScope.article(scope);
        String section = scope.equals(PolicyScope.GLOBAL) || one.isPresent() ? null : scope;
        int live = 0;
        int changed = 0;
        int broken = 0;
        int waiting = 0;
        List<Change> listed = new ArrayList<>();
        long after = one.isPresent() ? one.getAsLong() - 1 : 0;
        List<Live> page;
        do {
            page = sweep.live(section, after, one.isPresent() ? 1 : PAGE);
            for (Live article : page) {
                after = article.id();
                if (one.isPresent() && article.id() != one.getAsLong()) {
                    return new Effects(0, 0, 0, 0, List.of());
                }
                live++;
                Change change = change(
                        article, policies.computeIfAbsent(own(article, now, then), own -> both(own, now, then)), kinds);
                if (change != null) {
                    changed++;
                    broken += breaksLive(change) ? 1 : 0;
                    waiting += change.waiting().isEmpty() ? 0 : 1;
                    keep(listed, change);
                }
            }
        } while (page.size() == PAGE);
        listed.sort(Comparator.comparing((Change change) -> !breaks(change)));
        return new Effects(live, changed, broken, waiting, listed);
    }

    private static boolean breaks(Change change) {
        return breaksLive(change) || !change.waiting().isEmpty();
    }

    private static boolean breaksLive(Change change) {
        return change.after().errors() > 0 && change.before().errors() == 0;
    }

    /** Those that would break the policy push others out of a full list. */
    private static void keep(List<Change> listed, Change change) {
        if (listed.size() < LISTED) {
            listed.add(change);
        } else if (breaks(change)) {
            for (int i = listed.size() - 1; i >= 0; i--) {
                if (!breaks(listed.get(i))) {
                    listed.set(i, change);
                    return;
                }
            }
        }
    }

    /** What a policy of an article depends on: its section, and the article itself if it sets anything. */
    private record Own(String section, String article) {}

    private static Own own(Live article, Map<String, PolicyFigures> now, Map<String, PolicyFigures> then) {
        String scope = PolicyScope.ofArticle(article.id());
        return new Own(article.section(), now.containsKey(scope) || then.containsKey(scope) ? scope : null);
    }

    /** The policy that holds, and the one that would; the same one if nothing changes. */
    private record Both(PlacementPolicy now, PlacementPolicy then) {}

    private static Both both(Own own, Map<String, PolicyFigures> now, Map<String, PolicyFigures> then) {
        PolicyFigures before = layered(now, own);
        PolicyFigures after = layered(then, own);
        PlacementPolicy policy = before.policy();
        return new Both(policy, before.equals(after) ? policy : after.policy());
    }

    private static PolicyFigures layered(Map<String, PolicyFigures> scopes, Own own) {
        PolicyFigures figures = PolicyFigures.STANDARD
                .under(scopes.getOrDefault(PolicyScope.GLOBAL, PolicyFigures.NONE))
                .under(scopes.getOrDefault(own.section(), PolicyFigures.NONE));
        return own.article() == null ? figures : figures.under(scopes.getOrDefault(own.article(), PolicyFigures.NONE));
    }

    private static Change change(Live article, Both policies, Map<String, SlotKind> kinds) {
        if (policies.now().equals(policies.then())) {
            return null;
        }
        Verdict before = verdict(article.story(), article.layout(), policies.now(), kinds);
        Verdict after = verdict(article.story(), article.layout(), policies.then(), kinds);
        List<String> waiting = waiting(article.waiting(), policies, kinds);
        return before.equals(after) && waiting.isEmpty()
                ? null
                : new Change(article.id(), article.headline(), before, after, waiting);
    }

    private static List<String> waiting(Waiting waiting, Both policies, Map<String, SlotKind> kinds) {
        if (waiting == null) {
            return List.of();
        }
        Story story = waiting.story();
        PlacementReport then = PlacementView.report(story, waiting.layout(), policies.then(), kinds);
        if (then.keepsPolicy()
                || !PlacementView.report(story, waiting.layout(), policies.now(), kinds)
                        .keepsPolicy()) {
            return List.of();
        }
        return BlockNames.sentences(story).of(then.errors()).stream()
                .map(Sentences.Said::text)
                .distinct()
                .toList();
    }

    private static Verdict verdict(Story story, AdLayout layout, PlacementPolicy policy, Map<String, SlotKind> kinds) {
        PlacementReport report = PlacementView.report(story, layout, policy, kinds);
        if (!layout.advertising().isOn()) {
            return new Verdict(0, 0, 0);
        }
        Set<String> pins = new HashSet<>();
        String last =
                story.body().isEmpty() ? null : story.ids().get(story.ids().size() - 1);
        for (AdSlot slot : layout.slots()) {
            if (slot.pinned() && slot.after() != null && !slot.after().equals(last)) {
                pins.add(slot.after());
            }
        }
        int room = Placement.solve(PlacementView.blocks(story), policy, pins, PlacementView.refused(layout, story))
                .slots()
                .size();
        return new Verdict(report.errors().size(), report.warnings().size(), room);
    }

    /**
     * What an article would be like under figures that nobody has saved.
     *
     * @param story the article's text
     * @param layout the best layout there, pinned slots where they are
     * @param best the report on that layout
     * @param now the report on the layout as it stands
     */
    public record Preview(Story story, AdLayout layout, PlacementReport best, PlacementReport now) {}

    /**
     * What an article would be like if a scope set these figures; the article's own figures hold over them, unless the scope is
     * the article itself.
     *
     * @throws org.galley.platform.refusal.RefusedException forbidden, or not found
     */
    public Preview preview(long article, String scope, PolicyFigures wanted) {
        caller.require(Right.CATALOGUE);
        var view = articles.view(article);
        Map<String, PolicyFigures> then = new HashMap<>(stored.all());
        then.put(scope, wanted);
        PolicyFigures figures = PolicyFigures.STANDARD;
        for (String link : chain(article, view.story().header().section(), scope)) {
            figures = figures.under(then.getOrDefault(link, PolicyFigures.NONE));
        }
        PlacementPolicy policy = figures.policy();
        Map<String, SlotKind> kinds = catalogue.byKey();
        String definition = catalogue.first().key();
        int[] next = {0};
        AdLayout best = AdLayouts.propose(
                view.story(),
                view.layout(),
                policy,
                gap -> AdSlot.placed("preview-" + next[0]++, definition, gap, false));
        return new Preview(
                view.story(),
                best,
                PlacementView.report(view.story(), best, policy, kinds),
                PlacementView.report(view.story(), view.layout(), policy, kinds));
    }

    /** A story of another section shows what a section's figures would do to it. */
    private static List<String> chain(long article, String section, String scope) {
        boolean otherSection =
                !scope.equals(PolicyScope.GLOBAL) && PolicyScope.article(scope).isEmpty() && !scope.equals(section);
        return otherSection
                ? List.of(PolicyScope.GLOBAL, scope)
                : List.of(PolicyScope.GLOBAL, section, PolicyScope.ofArticle(article));
    }
}
