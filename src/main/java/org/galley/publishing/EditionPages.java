package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.galley.adslot.Catalogue;
import org.galley.adslot.SlotKind;
import org.galley.media.Media;
import org.galley.media.MediaItem;
import org.galley.media.MediaRendition;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.config.GalleySettings;
import org.galley.publishing.internal.page.AdSize;
import org.galley.publishing.internal.page.AdSwitch;
import org.galley.publishing.internal.page.ArticlePage;
import org.galley.publishing.internal.page.HomePage;
import org.galley.publishing.internal.page.MessagePage;
import org.galley.publishing.internal.page.NotFoundPage;
import org.galley.publishing.internal.page.Notice;
import org.galley.publishing.internal.page.PageContent;
import org.galley.publishing.internal.page.PagePath;
import org.galley.publishing.internal.page.ProofBar;
import org.galley.publishing.internal.page.RenderedPage;
import org.galley.publishing.internal.page.SectionLink;
import org.galley.publishing.internal.page.SectionPage;
import org.galley.publishing.internal.page.SiteInfo;
import org.galley.publishing.internal.page.SizedPicture;
import org.galley.publishing.internal.page.SlotAppearance;
import org.galley.publishing.internal.page.SlotSpace;
import org.galley.publishing.internal.page.StoryList;
import org.galley.publishing.internal.page.WithdrawnPage;
import org.galley.story.Block;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.galley.story.TextCount;

/** Turns publications into pages with this installation's site, sections and slot definitions. */
@ApplicationScoped
class EditionPages {
    @Inject
    private GalleySettings settings;

    @Inject
    private Sections sections;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Media media;

    @Inject
    private SiteTemplates templates;

    RenderedPage article(Publication publication, List<Notice> notices) {
        return new ArticlePage(templates.current()).render(content(publication, notices));
    }

    /** The same page, which asks to be kept out of search, below a bar. */
    RenderedPage proof(Publication publication, List<Notice> notices, ProofBar bar) {
        return new ArticlePage(templates.current()).proof(content(publication, notices), bar);
    }

    private PageContent content(Publication publication, List<Notice> notices) {
        TextCount count = publication.story().count();
        SectionName section = sectionOf(publication.story().header().section());
        return new PageContent(
                publication.story(),
                publication.layout(),
                appearances(publication.story().header().language()),
                site(),
                section.key(),
                section.name(),
                publication.firstPublished(),
                publication.modified(),
                notices,
                count.words(),
                count.readingMinutes(),
                publication.layout().advertising().isOn()
                        ? AdSwitch.ON
                        : AdSwitch.off(publication.layout().advertising().key()),
                sized(publication.story()));
    }

    /** The pictures of a story that were uploaded here, by the address that it names. */
    Map<String, MediaItem> pictures(Story story) {
        Map<String, MediaItem> found = new HashMap<>();
        Stream.concat(
                        Stream.of(story.header().leadImage()),
                        story.body().stream()
                                .filter(Block.Image.class::isInstance)
                                .map(block -> ((Block.Image) block).picture()))
                .map(Picture::src)
                .distinct()
                .forEach(src -> media.describe(src).ifPresent(item -> found.put(src, item)));
        return found;
    }

    private Map<String, SizedPicture> sized(Story story) {
        Map<String, SizedPicture> sized = new HashMap<>();
        pictures(story)
                .forEach((src, item) -> sized.put(
                        src,
                        new SizedPicture(
                                item.sizes().stream().map(EditionPages::size).toList(),
                                item.focusX(),
                                item.focusY(),
                                size(item.shared()))));
        return sized;
    }

    private static SizedPicture.Size size(MediaRendition rendition) {
        return new SizedPicture.Size(rendition.path(), rendition.width(), rendition.height());
    }

    RenderedPage withdrawn(Publication publication) {
        SectionName section = sectionOf(publication.story().header().section());
        return new WithdrawnPage(templates.current())
                .render(new WithdrawnPage.Content(
                        site(),
                        new SectionLink(section.key(), section.name()),
                        publication.story().header().slug(),
                        publication.story().header().language(),
                        publication.story().header().headline(),
                        publication.at(),
                        publication.note()));
    }

    RenderedPage notFound(String path) {
        return new NotFoundPage(templates.current()).render(site(), PagePath.requested(path), links());
    }

    RenderedPage section(SectionName section, StoryList stories) {
        return new SectionPage(templates.current())
                .render(site(), new SectionLink(section.key(), section.name()), links(), stories);
    }

    RenderedPage home(StoryList stories) {
        return new HomePage(templates.current()).render(site(), links(), stories);
    }

    /** A page that says in a few words why there is nothing to read. */
    RenderedPage message(PagePath here, MessagePage.Kind kind) {
        return new MessagePage(templates.current()).render(site(), here, kind);
    }

    private SectionName sectionOf(String key) {
        return sections.find(key).orElseGet(() -> new SectionName(key, key));
    }

    private List<SectionLink> links() {
        return sections.all().stream()
                .map(s -> new SectionLink(s.key(), s.name()))
                .toList();
    }

    SiteInfo site() {
        return new SiteInfo(
                settings.siteName(),
                settings.siteUrl(),
                settings.siteLanguage(),
                settings.zone(),
                settings.siteLogo().orElse(""));
    }

    private Map<String, SlotAppearance> appearances(String language) {
        Map<String, SlotAppearance> all = new HashMap<>();
        for (SlotKind kind : catalogue.kinds()) {
            Map<String, SlotSpace> space = new HashMap<>();
            kind.rooms()
                    .forEach((breakpoint, room) -> space.put(
                            breakpoint,
                            new SlotSpace(
                                    room.sizes().stream()
                                            .map(size -> new AdSize(size.width(), size.height()))
                                            .toList(),
                                    room.height())));
            all.put(
                    kind.key(),
                    new SlotAppearance(
                            kind.key(),
                            kind.labelIn(language),
                            kind.unitPath(),
                            space,
                            kind.houseFallback(),
                            kind.lazy(),
                            new TreeMap<>(kind.targeting())));
        }
        return all;
    }
}
