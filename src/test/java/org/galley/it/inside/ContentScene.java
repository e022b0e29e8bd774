package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.galley.publishing.ContentQuery;
import org.galley.publishing.ContentQuery.Found;
import org.galley.workflow.Action;
import org.junit.jupiter.api.Test;

/** What is found of published content; over HTTP it is read by {@code ContentEdges}. */
public interface ContentScene extends WorkflowScene {

    private List<Long> found(ContentQuery query) {
        return services().content.find(query, 10_000).stream()
                .map(found -> found.edition().article())
                .toList();
    }

    @Test
    default void a_published_story_is_found_until_it_is_withdrawn_and_then_as_a_cancellation() throws Exception {
        long article = inState("published", "journalist");
        String headline = view(article).story().header().headline();
        ContentQuery words = new ContentQuery(null, null, null, null, null, null, null, headline);
        ContentQuery none = new ContentQuery(null, null, null, null, null, null, null, headline + " nowhere");
        assertThat(found(ContentQuery.ALL)).contains(article);
        assertThat(found(words)).contains(article);
        assertThat(found(none)).doesNotContain(article);
        assertThat(newsroom()
                        .rows("select count(*) from content_words w join edition e on e.id = w.edition_id"
                                + " where e.article_id = " + article))
                .containsExactly("1");
        taken("editor", article, Action.WITHDRAW);
        assertThat(found(ContentQuery.ALL)).doesNotContain(article);
        Instant hourAgo = services().clock.instant().minus(Duration.ofHours(1));
        ContentQuery since = new ContentQuery(null, null, null, null, null, null, hourAgo, null);
        Found gone = services().content.find(since, 10_000).stream()
                .filter(one -> one.edition().article() == article)
                .findFirst()
                .orElseThrow();
        assertThat(gone.withdrawal()).isPresent();
    }
}
