package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.internal.page.MessagePage;
import org.galley.publishing.internal.page.Notice;
import org.galley.publishing.internal.page.PagePath;
import org.galley.publishing.internal.page.ProofBar;
import org.galley.publishing.internal.page.RenderedPage;
import org.galley.revision.Revisions;
import org.galley.story.ContentHash;
import org.galley.story.Header;

/** Gives readers editions, and remembers every one that they were given. */
@ApplicationScoped
@Transactional
public class Editions {
    private static final int OK = 200;
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private EditionPages pages;

    @Inject
    private Addresses addresses;

    @Inject
    private Revisions revisions;

    @Inject
    private Translations translations;

    @Inject
    private ReaderChangeLog changes;

    @Inject
    private Announcements announcements;

    @Inject
    private Caller caller;

    @Inject
    private ContentIndex index;

    /**
     * Renders a revision and gives it to readers in place of what they had.
     *
     * @throws RefusedException conflict, if another article has the address already
     */
    public void publish(Publication publication) {
        Header header = publication.story().header();
        addresses.claim(header.section(), header.slug(), publication.article());
        if (publication.kind() == EditionKind.CORRECT) {
            entities.persist(new Correction(publication.article(), publication.at(), publication.note()));
            entities.flush();
        }
        RenderedPage page = pages.article(publication, notices(publication.article()));
        replace(publication, new Edition(publication, OK, page, publication.modified()));
        pages.pictures(publication.story()).values().forEach(picture -> {
            ShownPicture.Key key = new ShownPicture.Key(publication.article(), picture.id());
            if (entities.find(ShownPicture.class, key) == null) {
                entities.persist(new ShownPicture(publication.article(), picture.id()));
            }
        });
        live(publication.article()).ifPresent(item -> announcements.published(publication, item));
    }

    /** Takes the article from readers; its address says so from now on. */
    public void withdraw(Publication publication) {
        replace(publication, new Edition(publication, GONE, pages.withdrawn(publication), publication.at()));
        withdrawal(publication.article()).ifPresent(gone -> announcements.withdrawn(publication, gone));
    }

    private void replace(Publication publication, Edition next) {
        entities.createNamedQuery("Edition.current", Edition.class)
                .setParameter("article", publication.article())
                .getResultList()
                .forEach(current -> {
                    current.endsAt(publication.at());
                    index.remove(current.id());
                });
        entities.persist(next);
        // The rows of the index refer to the edition's, and no relation tells the order in which to write them.
        entities.flush();
        index.add(next.id(), publication.story());
        // The pages of its translations name it, or no longer do.
        changes.add(() -> translations.withThose(publication.article()));
    }

    /**
     * The page that a publication would give to readers, word for word, below a bar that says so; kept out of search, and nothing is
     * stored.
     *
     * @param live whether readers have this revision already
     * @param until when whoever sees it can do so no longer
     */
    public ServedPage proof(Publication publication, boolean live, Instant until) {
        ProofBar bar = new ProofBar(publication.revision(), live, until);
        return page(OK, pages.proof(publication, notices(publication.article()), bar), publication.modified());
    }

    private List<Notice> notices(long article) {
        return corrections(article).stream().map(Correction::notice).toList();
    }

    private List<Correction> corrections(long article) {
        return entities.createNamedQuery("Correction.ofArticle", Correction.class)
                .setParameter("article", article)
                .getResultList();
    }

    /** What readers of an article get that was ever published at an address. */
    public Optional<ServedPage> at(String section, String slug) {
        return addressed(section, slug).map(Addressed::page);
    }

    /** What an address leads to, if an article was ever published there. */
    Optional<Addressed> addressed(String section, String slug) {
        return Optional.ofNullable(entities.find(Address.class, new Address.Key(section, slug)))
                .flatMap(address -> current(address.articleId()))
                .map(edition ->
                        new Addressed(edition.articleId(), edition.section(), edition.slug(), edition.served()));
    }

    private Optional<Edition> current(long article) {
        return entities.createNamedQuery("Edition.current", Edition.class)
                .setParameter("article", article)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** When readers of an article were last given something new, if they have an edition. */
    public Optional<Instant> modifiedTime(long article) {
        return current(article).map(edition -> edition.served().lastModified());
    }

    /**
     * What readers saw of an article at a moment, if anything.
     *
     * @throws RefusedException forbidden; what was withdrawn is no longer for everybody
     */
    public Optional<ServedPage> seenAt(long article, Instant at) {
        caller.require(Right.READ_STORIES);
        return entities.createNamedQuery("Edition.at", Edition.class)
                .setParameter("article", article)
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Edition::served);
    }

    /** What somebody is told whose link to a preview is none, or none now. */
    public ServedPage previewRefused() {
        return page(FORBIDDEN, pages.message(PagePath.preview(), MessagePage.Kind.PREVIEW_REFUSED), Instant.EPOCH);
    }

    /** What somebody is told whose link to a preview is over. */
    public ServedPage previewEnded() {
        return page(GONE, pages.message(PagePath.preview(), MessagePage.Kind.PREVIEW_ENDED), Instant.EPOCH);
    }

    /** The page for an address at which there is nothing. */
    public ServedPage notFound(String path) {
        return page(NOT_FOUND, pages.notFound(path), Instant.EPOCH);
    }

    /**
     * Stories that readers have now, by their first publication from the newest on.
     *
     * @param section only of this one, or null for all
     */
    List<ListedEdition> front(String section, FrontKey behind, int limit) {
        TypedQuery<ListedEdition> query = entities.createNamedQuery(
                section == null ? "Edition.front" : "Edition.sectionFront", ListedEdition.class);
        if (section != null) {
            query.setParameter("section", section);
        }
        return query.setParameter("first", behind.first())
                .setParameter("article", behind.article())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those of some articles that readers have now, the first one first. */
    List<ListedEdition> liveOf(Collection<Long> articles) {
        return articles.isEmpty()
                ? List.of()
                : entities.createNamedQuery("Edition.liveOfArticles", ListedEdition.class)
                        .setParameter("articles", articles)
                        .getResultList();
    }

    /** What an edition says of itself above its text. */
    Header header(ListedEdition edition) {
        return revisions
                .loadForPublication(edition.article(), edition.revision())
                .story()
                .header();
    }

    /** Where readers find an article now, or where it stood when it was withdrawn: a path below the context root. */
    public Optional<String> path(long article) {
        return current(article).map(edition -> "/news/" + edition.section() + "/" + edition.slug());
    }

    /** A page made for the moment. */
    static ServedPage page(int status, RenderedPage rendered, Instant modified) {
        byte[] bytes = rendered.bytes();
        return new ServedPage(
                status,
                ContentHash.of(bytes).hex().substring(0, 32),
                modified,
                modified,
                rendered.cspStyleHash(),
                bytes,
                ServedPage.gzip(bytes));
    }

    /**
     * Which editions readers have now, without their contents: the one first by which readers were last told something new, so that a
     * silent fix moves none.
     */
    public List<LiveEdition> newest(int limit) {
        return newest(entities.createNamedQuery("Edition.liveNewest", LiveEdition.class), limit);
    }

    /** The same of one section. */
    List<LiveEdition> newestOfSection(String section, int limit) {
        return newest(
                entities.createNamedQuery("Edition.liveNewestOfSection", LiveEdition.class)
                        .setParameter("section", section),
                limit);
    }

    /** The same of what has a tag; capitals make no difference. */
    List<LiveEdition> newestWithTag(String tag, int limit) {
        return newestOfTerm(ContentTerm.TAG, tag, limit);
    }

    /** The same of what somebody wrote; capitals make no difference. */
    List<LiveEdition> newestBy(String author, int limit) {
        return newestOfTerm(ContentTerm.BYLINE, author, limit);
    }

    private List<LiveEdition> newestOfTerm(String kind, String term, int limit) {
        return newest(
                entities.createNamedQuery("Edition.liveNewestOfTerm", LiveEdition.class)
                        .setParameter("kind", kind)
                        .setParameter("term", ContentIndex.folded(term)),
                limit);
    }

    private static List<LiveEdition> newest(TypedQuery<LiveEdition> query, int limit) {
        return query.setMaxResults(limit).getResultList();
    }

    /** Which editions readers have now of what they first had after a moment, the latest of these first. */
    List<LiveEdition> firstSince(Instant since, int limit) {
        return newest(
                entities.createNamedQuery("Edition.liveFirstSince", LiveEdition.class)
                        .setParameter("since", since),
                limit);
    }

    /** Which editions readers have now, in the order in which their articles were begun, which no publication changes. */
    public List<LiveEdition> liveInOrder(int from, int limit) {
        return entities.createNamedQuery("Edition.liveInOrder", LiveEdition.class)
                .setFirstResult(from)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many articles readers have. */
    public long liveCount() {
        return entities.createNamedQuery("Edition.liveCount", Long.class).getSingleResult();
    }

    /** When an edition last began, be it the word that an article was withdrawn; the epoch if none ever did. */
    public Instant lastChange() {
        return entities.createNamedQuery("Edition.lastChange", Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    /** What an edition says, as content. */
    public LiveItem describe(LiveEdition edition) {
        return item(edition);
    }

    /** What readers have now, in the order of {@link #newest}. */
    public List<LiveItem> live(int limit) {
        return newest(limit).stream().map(this::item).toList();
    }

    /** What readers have now of an article, if anything. */
    public Optional<LiveItem> live(long article) {
        return entities.createNamedQuery("Edition.liveOfArticle", LiveEdition.class)
                .setParameter("article", article)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(this::item);
    }

    private LiveItem item(LiveEdition edition) {
        Instant first = entities.createNamedQuery("Edition.firstTime", Instant.class)
                .setParameter("article", edition.article())
                .setMaxResults(1)
                .getSingleResult();
        long withdrawals = withdrawalsBefore(edition.article(), edition.from());
        return new LiveItem(
                edition,
                Math.toIntExact(edition.revision() + 2 * withdrawals),
                first,
                corrections(edition.article()).stream().map(Correction::note).toList(),
                revisions.loadForPublication(edition.article(), edition.revision()));
    }

    /** Whether readers have a picture, in whatever live article, now or in an earlier edition of it. */
    public boolean shows(String media) {
        return entities.createNamedQuery("ShownPicture.live", Long.class)
                        .setParameter("media", media)
                        .getSingleResult()
                > 0;
    }

    /** That readers had an article and have it no longer. */
    public Optional<Withdrawal> withdrawal(long article) {
        return entities.createNamedQuery("Edition.withdrawnOfArticle", Withdrawal.class)
                .setParameter("article", article)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(this::counted);
    }

    /** The same withdrawal with its place among the versions of the article. */
    Withdrawal counted(Withdrawal withdrawal) {
        return withdrawal.after(withdrawalsBefore(withdrawal.article(), withdrawal.at()));
    }

    private long withdrawalsBefore(long article, Instant at) {
        return entities.createNamedQuery("Edition.withdrawalsBefore", Long.class)
                .setParameter("article", article)
                .setParameter("at", at)
                .getSingleResult();
    }
}
