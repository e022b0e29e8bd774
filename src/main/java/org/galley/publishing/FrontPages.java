package org.galley.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.publishing.internal.page.RenderedPage;
import org.galley.publishing.internal.page.StoryLink;
import org.galley.publishing.internal.page.StoryList;
import org.galley.story.Header;

/**
 * Makes the pages that list stories: the site's front page and those of the sections, page by page from the newest story on.
 *
 * <p>What an edition says of itself never changes, so each is read once and kept.
 */
@ApplicationScoped
class FrontPages {
    /** Stories on a page. */
    private static final int LENGTH = 20;

    private static final long EDITIONS_IN_MEMORY = 10_000;

    @Inject
    private Editions editions;

    @Inject
    private EditionPages pages;

    @Inject
    private Sections sections;

    private final Cache<Long, Header> headers =
            Caffeine.newBuilder().maximumSize(EDITIONS_IN_MEMORY).build();

    /** The site's front page; empty if that page of it has no story. */
    Optional<ServedPage> home(FrontKey behind) {
        StoryList stories = list(null, behind);
        return isBeyond(stories, behind) ? Optional.empty() : Optional.of(served(pages.home(stories)));
    }

    /** A section's front page; empty if there is no such section, or that page of it has no story. */
    Optional<ServedPage> section(String key, FrontKey behind) {
        Optional<SectionName> section = sections.find(key);
        StoryList stories = section.isEmpty() ? null : list(key, behind);
        return section.isEmpty() || isBeyond(stories, behind)
                ? Optional.empty()
                : Optional.of(served(pages.section(section.get(), stories)));
    }

    private static ServedPage served(RenderedPage page) {
        return Editions.page(HttpServletResponse.SC_OK, page, Instant.EPOCH);
    }

    /** An empty first page says what will be there; an empty later one is none. */
    private static boolean isBeyond(StoryList list, FrontKey behind) {
        return list.stories().isEmpty() && !behind.isStart();
    }

    private StoryList list(String section, FrontKey behind) {
        List<ListedEdition> found = editions.front(section, behind, LENGTH + 1);
        Map<String, String> names =
                sections.all().stream().collect(Collectors.toMap(SectionName::key, SectionName::name));
        List<ListedEdition> shown = found.subList(0, Math.min(LENGTH, found.size()));
        String older = found.size() > LENGTH ? query(shown.get(LENGTH - 1).key()) : "";
        return new StoryList(
                shown.stream().map(edition -> link(edition, names)).toList(),
                behind.isStart() ? "" : query(behind),
                older);
    }

    private static String query(FrontKey behind) {
        return "?" + ReaderServlet.BEHIND + "=" + behind;
    }

    private StoryLink link(ListedEdition edition, Map<String, String> names) {
        Header header = header(edition);
        return new StoryLink(
                edition.section(),
                names.getOrDefault(edition.section(), edition.section()),
                edition.slug(),
                header.headline(),
                header.standfirst(),
                edition.first(),
                header.language());
    }

    /** What a live edition says of itself. */
    Header header(ListedEdition edition) {
        return headers.get(edition.id(), id -> editions.header(edition));
    }
}
