package org.galley.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Holds readers' pages in memory, ready to be sent.
 *
 * <p>A page is read again when {@link ReaderChanges} says that its article changed; lists, when anything did. Nothing is taken out by
 * force, so a page that was being read while it changed is never kept: its stamp is from before the change.
 */
@ApplicationScoped
class ReaderPages {
    /** Bytes of pages that are kept at most. */
    private static final long MEMORY = 64L * 1024 * 1024;
    /** Bytes that a page takes beside its content, roughly. */
    private static final int OVERHEAD = 1_000;

    private static final long NO_ARTICLE = 0;
    private static final long UNKNOWN_IN_MEMORY = 10_000;
    /** Lists name sections and use templates, of whose change nobody is told. */
    private static final long LIST_LIFE = TimeUnit.SECONDS.toNanos(1);
    /** Pages for mistyped addresses differ only by their depth; deeper ones are made each time. */
    private static final int USUAL_DEPTH = 8;

    @Inject
    private Editions editions;

    @Inject
    private FrontPages fronts;

    @Inject
    private ReaderChanges changes;

    @Inject
    private TranslationLinks languages;

    @Inject
    private AdScript ads;

    /** Addresses at which there is nothing; apart from the pages, which nobody is to drive out by asking for what is not there. */
    private final Cache<String, Long> nothing =
            Caffeine.newBuilder().maximumSize(UNKNOWN_IN_MEMORY).build();

    private final Cache<String, Kept> memory = Caffeine.newBuilder()
            .maximumWeight(MEMORY)
            .weigher((String address, Kept kept) -> OVERHEAD + kept.page.weight())
            .build();

    /**
     * @param article of which the page is; lists are of none
     * @param known the stamp of {@link ReaderChanges} from before it was read
     * @param read by {@link System#nanoTime}
     */
    private record Kept(ReadyPage page, long article, long known, long read) {}

    /** What readers get at an article's address, now or before it moved; empty if none ever had it. */
    Optional<ReadyPage> article(String section, String slug) {
        String key = "/" + section + "/" + slug;
        changes.look();
        Long unknownSince = nothing.getIfPresent(key);
        if (unknownSince != null && !changes.isAnythingChanged(unknownSince)) {
            return Optional.empty();
        }
        long known = changes.known();
        Optional<ReadyPage> page =
                kept(key, kept -> changes.isChanged(kept.article, kept.known), () -> readArticle(section, slug));
        if (page.isEmpty()) {
            nothing.put(key, known);
        }
        return page;
    }

    /**
     * An article's page that is in memory and still what readers get, or null.
     *
     * @param path below {@code /news}, with its slash
     */
    ReadyPage inMemory(String path) {
        changes.look();
        Kept kept = memory.getIfPresent(path);
        return kept == null || kept.article == NO_ARTICLE || changes.isChanged(kept.article, kept.known)
                ? null
                : kept.page;
    }

    private Kept readArticle(String section, String slug) {
        long known = changes.known();
        return editions.addressed(section, slug)
                .map(found -> new Kept(page(found, section, slug), found.article(), known, System.nanoTime()))
                .orElse(null);
    }

    private ReadyPage page(Addressed found, String section, String slug) {
        if (found.page().status() == 200 && !found.isAt(section, slug)) {
            return ReadyPage.moved("/news/" + Feeds.encoded(found.section()) + "/" + Feeds.encoded(found.slug()));
        }
        return ReadyPage.of(ads.into(languages.into(found)));
    }

    /** The site's front page, or a later page of it. */
    Optional<ReadyPage> home(FrontKey behind) {
        return list("list/?" + behind, () -> fronts.home(behind));
    }

    /** A section's front page, or a later page of it. */
    Optional<ReadyPage> section(String key, FrontKey behind) {
        return list("list/" + key + "?" + behind, () -> fronts.section(key, behind));
    }

    /** What to say where there is nothing. */
    ReadyPage notFound(String path) {
        long depth = path.chars().filter(c -> c == '/').count();
        return depth > USUAL_DEPTH
                ? ReadyPage.of(editions.notFound(path))
                : list("none/" + depth, () -> Optional.of(editions.notFound(path)))
                        .orElseThrow();
    }

    private Optional<ReadyPage> list(String key, Supplier<Optional<ServedPage>> made) {
        return kept(
                key, kept -> changes.isAnythingChanged(kept.known) || System.nanoTime() - kept.read > LIST_LIFE, () -> {
                    long known = changes.known();
                    return made.get()
                            .map(page -> new Kept(ReadyPage.of(page), NO_ARTICLE, known, System.nanoTime()))
                            .orElse(null);
                });
    }

    private Optional<ReadyPage> kept(String key, Predicate<Kept> stale, Supplier<Kept> read) {
        changes.look();
        Kept kept = memory.getIfPresent(key);
        if (kept == null || stale.test(kept)) {
            // One reads, the others who want the same page wait for it.
            kept = memory.asMap().compute(key, (same, now) -> now == null || stale.test(now) ? read.get() : now);
        }
        return Optional.ofNullable(kept).map(Kept::page);
    }
}
