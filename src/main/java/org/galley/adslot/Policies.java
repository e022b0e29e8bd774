package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.galley.article.Articles;
import org.galley.audit.AuditLog;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.placement.PlacementPolicy;
import org.galley.platform.refusal.RefusedException;

/**
 * The placement policies: Galley's own, over it what is set for everything, over that a section's, over that an article's.
 *
 * <p>Each scope keeps only the figures that it sets, so a change of a wider scope reaches all that do not say otherwise.
 */
@ApplicationScoped
@Transactional
public class Policies {
    @Inject
    private PolicyStore stored;

    @Inject
    private NarrowerScopes narrower;

    @Inject
    private Sections sections;

    @Inject
    private Articles articles;

    @Inject
    private AuditLog audit;

    @Inject
    private Caller caller;

    /** The policy that holds for a section's articles that set none of their own. */
    public PlacementPolicy forSection(String section) {
        return stored.layered(List.of(PolicyScope.GLOBAL, section)).policy();
    }

    /** The policy that holds for an article of a section. */
    public PlacementPolicy forArticle(long article, String section) {
        return stored.layered(List.of(PolicyScope.GLOBAL, section, PolicyScope.ofArticle(article)))
                .policy();
    }

    /** Whether automatic slots of an article are placed anew when its text is saved. */
    public boolean replacesOnSave(long article, String section) {
        return replaces(List.of(PolicyScope.GLOBAL, section, PolicyScope.ofArticle(article)));
    }

    /**
     * What a scope sets and inherits.
     *
     * @throws RefusedException not found, if there is no such scope
     */
    public PolicyState state(String scope) {
        List<String> chain = chain(scope);
        List<String> wider = chain.subList(0, chain.size() - 1);
        Map<String, String> origins = new LinkedHashMap<>();
        PolicyFigures.STANDARD.values().keySet().forEach(key -> origins.put(key, PolicyScope.STANDARD));
        for (String link : chain) {
            stored.figures(link).values().keySet().forEach(key -> origins.put(key, link));
        }
        return new PolicyState(
                scope,
                stored.figures(scope),
                stored.layered(wider),
                origins,
                stored.find(scope).map(PolicyText::replaceOnSave).orElse(null),
                replaces(wider));
    }

    /**
     * Changes some figures of a scope; see {@link PolicyFigures#changed}.
     *
     * @throws RefusedException forbidden, invalid, or not found if there is no such scope
     */
    public PolicyState change(String scope, JsonObject change) {
        caller.require(Right.CATALOGUE);
        PolicyState state = state(scope);
        set(scope, state.own().changed(change, state.inherited()));
        return state(scope);
    }

    /**
     * Makes these the figures that a scope sets; all others are inherited.
     *
     * @throws RefusedException forbidden, invalid, or not found if there is no such scope
     */
    public void set(String scope, PolicyFigures figures) {
        caller.require(Right.CATALOGUE);
        List<String> chain = chain(scope);
        check(scope, figures, stored.layered(chain.subList(0, chain.size() - 1)));
        PolicyFigures before = stored.figures(scope);
        String difference = figures.differenceFrom(before);
        if (difference.isEmpty()) {
            return;
        }
        stored.text(scope).become(figures);
        audit.record("policy-changed", subject(scope), difference);
    }

    /**
     * Says whether automatic slots are placed anew when a text is saved.
     *
     * @param wanted null to inherit it
     * @throws RefusedException forbidden, or not found if there is no such scope
     */
    public void replaceOnSave(String scope, Boolean wanted) {
        caller.require(Right.CATALOGUE);
        chain(scope);
        Boolean before = stored.find(scope).map(PolicyText::replaceOnSave).orElse(null);
        if (!Objects.equals(before, wanted)) {
            stored.text(scope).replaceOnSave(wanted);
            audit.record(
                    "policy-changed",
                    subject(scope),
                    "replaceOnSave: " + (before == null ? "inherited" : before) + " → "
                            + (wanted == null ? "inherited" : wanted));
        }
    }

    /** What the audit log calls a scope's policy. */
    public static String subject(String scope) {
        return "policy:" + scope;
    }

    private void check(String scope, PolicyFigures figures, PolicyFigures inherited) {
        List<RefusedException.FieldProblem> problems = new ArrayList<>();
        figures.values().forEach((key, value) -> PolicyField.find(key)
                .flatMap(field -> field.problem(value))
                .ifPresent(problem -> problems.add(new RefusedException.FieldProblem(key, problem))));
        if (problems.isEmpty()) {
            figures.contradictions(inherited)
                    .forEach((key, problem) -> problems.add(new RefusedException.FieldProblem(key, problem)));
        }
        if (problems.isEmpty()) {
            narrower.contradictions(scope, figures)
                    .forEach((key, problem) -> problems.add(new RefusedException.FieldProblem(key, problem)));
        }
        if (!problems.isEmpty()) {
            throw RefusedException.invalid("The policy cannot be used as it is.", problems);
        }
    }

    /** The scopes whose figures hold in a scope, the widest first, the scope itself last. */
    private List<String> chain(String scope) {
        if (scope.equals(PolicyScope.GLOBAL)) {
            return List.of(PolicyScope.GLOBAL);
        }
        OptionalLong article = PolicyScope.article(scope);
        if (article.isPresent()) {
            String section = articles.view(article.getAsLong()).story().header().section();
            return List.of(PolicyScope.GLOBAL, section, scope);
        }
        if (sections.find(scope).isEmpty()) {
            throw RefusedException.notFound("There is no policy scope \"" + scope + "\".");
        }
        return List.of(PolicyScope.GLOBAL, scope);
    }

    private boolean replaces(List<String> chain) {
        boolean replaces = false;
        for (String scope : chain) {
            replaces = stored.find(scope).map(PolicyText::replaceOnSave).orElse(replaces);
        }
        return replaces;
    }
}
