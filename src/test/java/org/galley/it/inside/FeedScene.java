package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.galley.publishing.internal.feed.Feed;
import org.galley.publishing.internal.feed.FeedItem;
import org.galley.workflow.Action;
import org.junit.jupiter.api.Test;

/** What feeds have while a story is live; over HTTP they are read by {@code FeedEdges}. */
public interface FeedScene extends WorkflowScene {
    /** Later than anything that another scene publishes. */
    Duration LATER_THAN_ALL = Duration.ofDays(1);

    @Test
    default void the_newest_story_is_the_first_of_the_latest_and_no_more_of_them_once_it_is_withdrawn()
            throws Exception {
        services().clock.later(LATER_THAN_ALL, () -> {
            long article = inState("published", "journalist");
            String ending = ":article/" + article;
            Feed feed = services().feeds.latest("/feeds/latest.rss");
            assertThat(feed.items()).hasSizeBetween(1, 50);
            assertThat(feed.items().get(0).id()).endsWith(ending);
            taken("editor", article, Action.WITHDRAW);
            assertThat(services().feeds.latest("/feeds/latest.rss").items())
                    .extracting(FeedItem::id)
                    .noneMatch(id -> id.endsWith(ending));
        });
    }
}
