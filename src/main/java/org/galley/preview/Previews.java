package org.galley.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.audit.AuditLog;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;
import org.galley.revision.Revisions;
import org.galley.story.PlainText;

/**
 * Makes, lists and takes back links by which people without an account see one revision.
 *
 * <p>Whoever may write an article may show it to others. While an embargo is in force that is for those who publish: they gave the
 * promise, and links of before open nothing until it is over.
 */
@ApplicationScoped
@Transactional
public class Previews {
    /** How long a link is good for unless something else is said. */
    public static final Duration USUAL = Duration.ofDays(3);

    public static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Links of one article that can be open at a time; more are a mistake of a program. */
    private static final int MOST = 50;

    static final int MAX_NAME = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Articles articles;

    @Inject
    private Revisions revisions;

    @Inject
    private Signatures signatures;

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * A wish for a link.
     *
     * @param revision null for the newest
     * @param name for whom or for what, at most 200 characters; may be empty
     * @param life how long it is good for; null for {@link #USUAL}
     */
    public record Wish(Integer revision, String name, Duration life) {}

    /**
     * Makes a link.
     *
     * @throws RefusedException forbidden, if the person may not write the article, or not show it during an embargo; not found, if there
     *     is no such article or revision; invalid; conflict, if there are {@value #MOST} open links
     */
    public PreviewLine make(long article, Wish wish) {
        ArticleView view = articles.view(article);
        requireShare(view);
        Instant now = clock.instant();
        boolean embargoed = view.isEmbargoed(now);
        if (embargoed && !caller.has(Right.PUBLISH)) {
            throw RefusedException.forbidden(
                    "embargoed", "The story is under embargo: until it is over only an editor shows it to others.");
        }
        String name = PlainText.line(wish.name() == null ? "" : wish.name());
        Duration life = wish.life() == null ? USUAL : wish.life();
        check(name, life);
        int revision = wish.revision() == null ? view.lastRevision() : wish.revision();
        revisions.load(article, revision);
        long open = entities.createNamedQuery("PreviewLink.open", Long.class)
                .setParameter("article", article)
                .setParameter("now", now)
                .getSingleResult();
        if (open >= MOST) {
            throw RefusedException.conflict(
                    "too-many-links", "There are " + MOST + " open links to this story; take back what nobody needs.");
        }
        PreviewLink link = new PreviewLink(article, revision, name, caller.username(), now, now.plus(life), embargoed);
        entities.persist(link);
        entities.flush();
        audit.record("preview-made", "article:" + article, "link " + link.id() + " to revision " + revision);
        return line(link, true, now);
    }

    private static void check(String name, Duration life) {
        List<FieldProblem> problems = new ArrayList<>();
        if (name.length() > MAX_NAME) {
            problems.add(new FieldProblem("name", "At most " + MAX_NAME + " characters are possible here."));
        }
        if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
            problems.add(new FieldProblem(
                    "expires", "A link is good for a minute at least and " + LONGEST.toDays() + " days at most."));
        }
        if (!problems.isEmpty()) {
            throw RefusedException.invalid("The link cannot be made like that.", problems);
        }
    }

    /**
     * The links of an article, the newest first; the links themselves only for whoever may make some.
     *
     * @param before only those with a smaller id; {@link Long#MAX_VALUE} to begin
     * @throws RefusedException forbidden or not found
     */
    public List<PreviewLine> list(long article, long before, int limit) {
        boolean may = mayShare(articles.view(article));
        Instant now = clock.instant();
        return entities.createNamedQuery("PreviewLink.ofArticle", PreviewLink.class)
                .setParameter("article", article)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultStream()
                .map(link -> line(link, may, now))
                .toList();
    }

    /**
     * Takes a link back; from now on it opens nothing. One that is over already stays as it is.
     *
     * @throws RefusedException forbidden, if the person may not write the article; not found
     */
    public void revoke(long article, long id) {
        requireShare(articles.view(article));
        PreviewLink link = entities.find(PreviewLink.class, id);
        if (link == null || link.articleId() != article) {
            throw RefusedException.notFound("The story has no preview link " + id + ".");
        }
        Instant now = clock.instant();
        if (!link.isOverAt(now)) {
            link.revoke(caller.username(), now);
            audit.record("preview-revoked", "article:" + article, "link " + id);
        }
    }

    /** Whether the person may show this article to people without an account, an embargo apart. */
    public boolean mayShare(ArticleView article) {
        return articles.mayWrite(article);
    }

    private void requireShare(ArticleView article) {
        if (!mayShare(article)) {
            throw RefusedException.forbidden(
                    "not-own-article", "Whoever may write a story may show it to others; this one is somebody else's.");
        }
    }

    private PreviewLine line(PreviewLink link, boolean may, Instant now) {
        boolean shown = may && !link.isOverAt(now);
        return link.line(shown ? "/preview/" + link.id() + "/" + signatures.of(link.signed()) : null, now);
    }
}
