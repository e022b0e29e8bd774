package org.galley.web.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.galley.adslot.Policies;
import org.galley.adslot.PolicyScope;
import org.galley.adslot.PolicyState;
import org.galley.article.Articles;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.web.shell.Texts;

/** Calls policy scopes what people call them, and says from which of them a figure comes. */
@ApplicationScoped
class ScopeWords {
    private static final String BUNDLE = "catalogue";

    @Inject
    private Policies policies;

    @Inject
    private Articles articles;

    @Inject
    private Sections sections;

    @Inject
    private Texts texts;

    /** A scope in words. */
    String name(String scope) {
        if (scope.equals(PolicyScope.STANDARD) || scope.equals(PolicyScope.GLOBAL)) {
            return texts.of(BUNDLE, "scope." + scope);
        }
        if (PolicyScope.article(scope).isPresent()) {
            return texts.of(BUNDLE, "scope.article");
        }
        return sections.find(scope).map(SectionName::name).orElse(scope);
    }

    /** A scope as the heading of its page. */
    String title(String scope) {
        return PolicyScope.article(scope).isPresent()
                ? texts.of(
                        BUNDLE,
                        "scope.article.title",
                        articles.view(PolicyScope.article(scope).orElseThrow())
                                .story()
                                .header()
                                .headline())
                : name(scope);
    }

    /** The scope from which a figure comes, or would come if the one that is looked at did not set it. */
    String inheritedFrom(PolicyState state, String key) {
        String from = state.origins().get(key);
        if (!from.equals(state.scope())) {
            return from;
        }
        if (PolicyScope.article(state.scope()).isPresent()) {
            return policies.state(section(state.scope())).origins().get(key);
        }
        return state.scope().equals(PolicyScope.GLOBAL)
                ? PolicyScope.STANDARD
                : policies.state(PolicyScope.GLOBAL).origins().get(key);
    }

    private String section(String scope) {
        return articles.view(PolicyScope.article(scope).orElseThrow())
                .story()
                .header()
                .section();
    }
}
