package org.galley.adslot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galley.article.ArticleLine;
import org.galley.article.ArticleLists;

/**
 * Knows what a change of a scope would do to the scopes that inherit from it: a figure that one of them sets may make no sense
 * together with what it would inherit.
 */
@Dependent
class NarrowerScopes {
    private static final String WARN = ".densityWarn";
    private static final String LIMIT = ".densityLimit";

    @Inject
    private PolicyStore stored;

    @Inject
    private ArticleLists lists;

    /**
     * The figures of a change that some narrower scope could not inherit; what makes no sense there already is no fault of it.
     *
     * @param wanted what the scope would set
     * @return by key what is wrong with a figure, with the first scope that stands against it
     */
    Map<String, String> contradictions(String scope, PolicyFigures wanted) {
        if (PolicyScope.article(scope).isPresent()) {
            return Map.of();
        }
        Map<String, PolicyFigures> now = stored.all();
        Map<String, PolicyFigures> then = new HashMap<>(now);
        then.put(scope, wanted);
        Map<String, String> sections = sections(now);
        Map<String, String> found = new LinkedHashMap<>();
        new TreeMap<>(now).forEach((narrower, figures) -> {
            List<String> wider = wider(narrower, sections);
            if (!wider.contains(scope)) {
                return;
            }
            Map<String, String> before = figures.contradictions(layered(now, wider));
            PolicyFigures inherited = layered(then, wider);
            figures.contradictions(inherited).keySet().stream()
                    .filter(key -> !before.containsKey(key))
                    .forEach(key -> found.putIfAbsent(
                            other(key), said(narrower, key, figures.values().get(key))));
        });
        return found;
    }

    /** The sections of the articles that set figures of their own, by scope. */
    private Map<String, String> sections(Map<String, PolicyFigures> scopes) {
        List<Long> articles = scopes.keySet().stream()
                .map(PolicyScope::article)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
        return lists.lines(articles).stream()
                .collect(Collectors.toMap(line -> PolicyScope.ofArticle(line.id()), ArticleLine::section));
    }

    /** The scopes that one inherits from, the widest first. */
    private static List<String> wider(String scope, Map<String, String> sections) {
        if (scope.equals(PolicyScope.GLOBAL)) {
            return List.of();
        }
        String section = sections.get(scope);
        return section == null ? List.of(PolicyScope.GLOBAL) : List.of(PolicyScope.GLOBAL, section);
    }

    private static PolicyFigures layered(Map<String, PolicyFigures> scopes, List<String> chain) {
        PolicyFigures figures = PolicyFigures.STANDARD;
        for (String scope : chain) {
            figures = figures.under(scopes.getOrDefault(scope, PolicyFigures.NONE));
        }
        return figures;
    }

    /** The share at which ads are refused for the one at which they are warned of, and the other way round. */
    private static String other(String key) {
        return key.endsWith(WARN) ? key.replace(WARN, LIMIT) : key.replace(LIMIT, WARN);
    }

    private static String said(String scope, String key, JsonValue value) {
        String share = PolicyField.find(key).orElseThrow().print(value);
        return key.endsWith(WARN)
                ? "The scope \"" + scope + "\" inherits this and warns of ads from " + share
                        + ": they are refused from no less than that."
                : "The scope \"" + scope + "\" inherits this and refuses ads from " + share
                        + ": they are warned of no later than that.";
    }
}
