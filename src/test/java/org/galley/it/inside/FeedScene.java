package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.galley.people.SectionName;
import org.galley.publishing.EditionKind;
import org.galley.publishing.internal.feed.AtomFeed;
import org.galley.publishing.internal.feed.Feed;
import org.galley.publishing.internal.feed.FeedItem;
import org.galley.publishing.internal.feed.JsonFeed;
import org.galley.publishing.internal.feed.RssFeed;
import org.galley.story.Header;
import org.galley.story.Picture;
import org.galley.workflow.Action;
import org.galley.workflow.Step;
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

    private static List<String> places(Feed feed) {
        return feed.items().stream()
                .map(item -> item.id().replaceAll(".*/", ""))
                .toList();
    }

    @Test
    default void a_silent_fix_moves_no_story_in_a_feed_and_a_correction_does() throws Exception {
        AtomicLong fixed = new AtomicLong();
        AtomicLong next = new AtomicLong();
        services().clock.later(Duration.ofHours(16), () -> fixed.set(inState("approved-live", "journalist")));
        services().clock.later(Duration.ofHours(17), () -> next.set(inState("published", "journalist")));
        String first = String.valueOf(fixed.get());
        String second = String.valueOf(next.get());
        services().clock.later(Duration.ofHours(18), () -> {
            Step silently = new Step(Action.PUBLISH, null, null, EditionKind.SILENT_FIX, null);
            newsroom().does("editor", () -> services().workflow.perform(fixed.get(), silently));
            Feed feed = services().feeds.latest("/feeds/latest.rss");
            assertThat(places(feed)).containsSubsequence(second, first);
            assertThat(feed.items().get(places(feed).indexOf(first)).summary()).startsWith("One, as it was found out");
        });
        services().clock.later(Duration.ofHours(19), () -> {
            saved("journalist", fixed.get(), Scene.with(view(fixed.get()).story(), "p1", "One, once more."));
            taken("journalist", fixed.get(), Action.SUBMIT);
            taken("editor", fixed.get(), Action.APPROVE);
            taken("editor", fixed.get(), Action.CORRECT);
            assertThat(places(services().feeds.latest("/feeds/latest.rss"))).containsSubsequence(first, second);
        });
        for (long article : List.of(fixed.get(), next.get())) {
            taken("editor", article, Action.WITHDRAW);
        }
    }

    @Test
    default void what_was_put_right_is_in_every_format_of_a_feed_be_it_full_or_not() throws Exception {
        services().clock.later(LATER_THAN_ALL, () -> {
            long article = inState("approved-live", "journalist");
            String note = "The pier has 3 arms & no <crane>.";
            newsroom().does("editor", () -> services()
                    .workflow
                    .perform(article, Step.of(Action.CORRECT).because(note)));
            Feed feed = services().feeds.latest("/feeds/latest.rss");
            FeedItem item = feed.items().get(places(feed).indexOf(String.valueOf(article)));
            String said = "Correction, 2";
            for (boolean full : List.of(true, false)) {
                Feed one = new Feed(
                        feed.title(),
                        feed.site(),
                        feed.home(),
                        feed.self(),
                        feed.language(),
                        feed.updated(),
                        full,
                        List.of(item));
                for (byte[] written : List.of(RssFeed.write(one), AtomFeed.write(one), JsonFeed.write(one))) {
                    assertThat(new String(written, StandardCharsets.UTF_8)).contains(said, ": The pier has 3 arms ");
                }
            }
            assertThat(item.summary()).endsWith(": " + note);
            taken("editor", article, Action.WITHDRAW);
        });
    }

    @Test
    default void a_story_of_long_ago_is_in_the_feeds_of_its_section_tag_and_author() throws Exception {
        String unique = "Old " + UUID.randomUUID();
        Header header = new Header(
                unique, "", List.of(unique), "", null, "sport", "", List.of(unique + " Tag"), "en", Picture.NONE);
        long article = created("journalist", Scene.story("Old", "One.").withHeader(header))
                .id();
        taken("journalist", article, Action.SUBMIT);
        taken("editor", article, Action.APPROVE);
        taken("editor", article, Action.PUBLISH);
        AtomicLong other = new AtomicLong();
        services().clock.later(Duration.ofHours(15), () -> other.set(inState("published", "journalist")));
        try {
            // A thousand newer ones, of another section, as rows: to publish them takes minutes.
            String many =
                    newsroom().isOnPostgres() ? "generate_series(1, 1000) as n(x)" : "system_range(1, 1000) as n(x)";
            newsroom()
                    .sql(
                            "insert into edition (id, article_id, revision, kind, section_key, slug, status, from_at, first_at,"
                                    + " last_modified, etag, style_hash, page, page_gzip) select -n.x, article_id, revision, kind,"
                                    + " section_key, slug, status, from_at, first_at, last_modified, etag, style_hash, page, page_gzip"
                                    + " from edition cross join " + many + " where article_id = ? and to_at is null",
                            other.get());
            String place = String.valueOf(article);
            SectionName sport = services().sections.find("sport").orElseThrow();
            assertThat(places(services().feeds.latest("/x"))).hasSize(50).doesNotContain(place);
            assertThat(places(services().feeds.section(sport, "/x"))).contains(place);
            assertThat(places(services().feeds.tag(unique.toUpperCase(Locale.ROOT) + " tag", "/x")))
                    .containsExactly(place);
            assertThat(places(services().feeds.author(unique.toLowerCase(Locale.ROOT), "/x")))
                    .containsExactly(place);
            assertThat(places(services().feeds.author(unique + " Tag", "/x"))).isEmpty();
        } finally {
            newsroom().sql("delete from edition where id < 0");
            taken("editor", article, Action.WITHDRAW);
            taken("editor", other.get(), Action.WITHDRAW);
        }
        assertThat(places(services().feeds.tag(unique + " Tag", "/x"))).isEmpty();
    }
}
