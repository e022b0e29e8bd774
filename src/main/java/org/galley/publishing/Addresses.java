package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.galley.article.ReaderAddresses;
import org.galley.platform.refusal.RefusedException;

/** Gives each address to the first article that is published there. */
@ApplicationScoped
@Transactional
public class Addresses implements ReaderAddresses {
    @PersistenceContext
    private EntityManager entities;

    /** @throws RefusedException conflict, if another article has the address already */
    void claim(String section, String slug, long article) {
        Address known = find(section, slug);
        if (known == null) {
            entities.persist(new Address(section, slug, article));
        } else if (known.articleId() != article) {
            throw RefusedException.conflict("address-taken", taken(section, slug));
        }
    }

    /** That an address belongs to another article, as a sentence for people. */
    public static String taken(String section, String slug) {
        return "Another article has the address /news/" + section + "/" + slug + "; change the slug.";
    }

    @Override
    public boolean isOfAnother(String section, String slug, long article) {
        Address known = find(section, slug);
        return known != null && known.articleId() != article;
    }

    private Address find(String section, String slug) {
        return entities.find(Address.class, new Address.Key(section, slug));
    }

    @Override
    public Set<String> ofOthers(String section, String beginning, long article) {
        return Set.copyOf(entities.createNamedQuery("Address.ofOthers", String.class)
                .setParameter("section", section)
                .setParameter("slug", beginning + "%")
                .setParameter("article", article)
                .getResultList());
    }
}
