package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;

/** Comments on stories: what people tell each other about a text without changing it. */
@ApplicationScoped
@Transactional
public class Remarks {
    /** The most characters of a comment. */
    public static final int MAX_TEXT = 4000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Articles articles;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * Comments on an article in the order in which they were made.
     *
     * @param after only those made after the one with this id; 0 to begin
     * @param limit how many at most
     */
    public List<RemarkLine> list(long article, long after, int limit) {
        articles.view(article);
        return entities.createNamedQuery("Remark.after", Remark.class)
                .setParameter("article", article)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(Remark::line)
                .toList();
    }

    /**
     * Comments on an article.
     *
     * @param block the id of a block of the working copy, or null for the whole story
     * @param must whether a change is asked for
     * @throws RefusedException forbidden, not found or invalid
     */
    public RemarkLine add(long article, String block, String text, boolean must) {
        caller.require(Right.COMMENT);
        ArticleView view = articles.view(article);
        if (block != null && view.story().block(block).isEmpty()) {
            throw RefusedException.invalid("block", "The article has no such block.");
        }
        String said = text == null ? "" : text.strip();
        if (said.isEmpty()) {
            throw RefusedException.invalid("text", "A comment needs some text.");
        }
        if (said.length() > MAX_TEXT) {
            throw RefusedException.invalid("text", "A comment has at most " + MAX_TEXT + " characters.");
        }
        Remark remark = new Remark(article, block, caller.username(), clock.instant(), said, must);
        entities.persist(remark);
        entities.flush();
        return remark.line();
    }

    /**
     * Settles a comment; one that is settled stays as it is.
     *
     * @throws RefusedException forbidden or not found
     */
    public RemarkLine resolve(long article, long id) {
        caller.require(Right.COMMENT);
        Remark remark = entities.find(Remark.class, id);
        if (remark == null || !remark.isOf(article)) {
            throw RefusedException.notFound("The article has no such comment.");
        }
        remark.resolve(caller.username(), clock.instant());
        return remark.line();
    }
}
