package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.audit.AuditLog;
import org.galley.platform.refusal.RefusedException;

/**
 * Links articles that say the same in different languages.
 *
 * <p>Being a translation is mutual: whoever says that one article is the translation of another has said it of both, and of all that
 * the other one is linked with. An article is in one such group at most, and each language is in it once.
 */
@ApplicationScoped
@Transactional
public class Translations {
    private static final String FIELD = "translationOf";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Articles articles;

    @Inject
    private ReaderChangeLog changes;

    @Inject
    private AuditLog audit;

    /**
     * The other articles of the group, in the order of their numbers.
     *
     * @throws RefusedException forbidden or not found
     */
    public List<TranslationLine> of(long article) {
        articles.view(article);
        return withThose(article).stream()
                .filter(other -> other != article)
                .map(articles::view)
                .map(Translations::line)
                .toList();
    }

    private static TranslationLine line(ArticleView article) {
        return new TranslationLine(
                article.id(),
                article.story().header().language(),
                article.story().header().headline(),
                article.isLive());
    }

    /**
     * Says that an article is the translation of another, instead of whatever was said of it before.
     *
     * @param other null if it is the translation of none
     * @throws RefusedException forbidden, if the person may not write the article; invalid, if the other one is not there, or its
     *     group has the language already
     */
    public void link(long article, Long other) {
        ArticleView view = articles.view(article);
        if (!articles.mayWrite(view)) {
            throw RefusedException.forbidden(
                    "not-own-article", "Journalists say of their own articles whose translation they are.");
        }
        // Locks: from here on no other link or publication comes between.
        changes.add(() -> withThose(article));
        leave(article);
        if (other != null) {
            join(view, other);
        }
        changes.add(() -> withThose(article));
        audit.record("translation-linked", "article:" + article, other == null ? "of none" : "of article " + other);
    }

    private void join(ArticleView view, long other) {
        if (other == view.id()) {
            throw RefusedException.invalid(FIELD, "An article is no translation of itself.");
        }
        try {
            articles.view(other);
        } catch (RefusedException e) {
            throw RefusedException.invalid(FIELD, "There is no article " + other + ".");
        }
        String language = view.story().header().language();
        for (long member : withThose(other)) {
            if (articles.view(member).story().header().language().equalsIgnoreCase(language)) {
                throw RefusedException.invalid(
                        FIELD,
                        "Article " + member + " is in the same language (" + language
                                + "); change the language of one of them first.");
            }
        }
        Translation known = entities.find(Translation.class, other);
        if (known == null) {
            known = new Translation(other, other);
            entities.persist(known);
        }
        entities.persist(new Translation(view.id(), known.group()));
        entities.flush();
    }

    private void leave(long article) {
        Translation known = entities.find(Translation.class, article);
        if (known == null) {
            return;
        }
        entities.remove(known);
        entities.flush();
        List<Translation> rest = members(known.group());
        if (rest.size() == 1) {
            entities.remove(rest.get(0));
        } else if (!rest.isEmpty() && known.group() == article) {
            // The group goes on under another name, so that this article can begin one of its own.
            rest.forEach(member -> member.moveTo(rest.get(0).article()));
        }
        entities.flush();
    }

    private List<Translation> members(long group) {
        return entities.createNamedQuery("Translation.ofGroup", Translation.class)
                .setParameter("group", group)
                .getResultList();
    }

    /** An article and all that are linked with it; the article alone if none is. */
    Set<Long> withThose(long article) {
        Set<Long> all = new TreeSet<>(Set.of(article));
        Translation known = entities.find(Translation.class, article);
        if (known != null) {
            members(known.group()).forEach(member -> all.add(member.article()));
        }
        return all;
    }
}
