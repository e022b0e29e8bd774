package org.galley.web.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.galley.adslot.PolicyScope;
import org.galley.article.ArticleLists;
import org.galley.article.ArticleQuery;
import org.galley.article.Articles;

/** Offers the stories on which somebody may see what a policy does before it is saved. */
@ApplicationScoped
public class PreviewStories {
    private static final int MOST = 30;

    @Inject
    private Articles articles;

    @Inject
    private ArticleLists lists;

    /** A story to preview on. */
    public record Choice(long id, String headline) {}

    /** The newest stories of a scope, those of all sections if it has none; a single article is its own. */
    List<Choice> of(String scope) {
        if (PolicyScope.article(scope).isPresent()) {
            long only = PolicyScope.article(scope).orElseThrow();
            return List.of(new Choice(only, articles.view(only).story().header().headline()));
        }
        ArticleQuery query = ArticleQuery.ALL;
        List<Choice> own = choices(scope.equals(PolicyScope.GLOBAL) ? query : query.withSection(scope));
        return own.isEmpty() ? choices(query) : own;
    }

    private List<Choice> choices(ArticleQuery query) {
        return lists.list(query, MOST).stream()
                .map(line -> new Choice(line.id(), line.headline()))
                .toList();
    }
}
