package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;
import org.galley.media.PictureUse;

/** The pictures of working copies, and of the older states that late saves may still be based on. */
@ApplicationScoped
@Transactional
class PicturesInCopies implements PictureUse {
    private static final int AT_ONCE = 100;
    private static final String AFTER = "after";

    @PersistenceContext
    private EntityManager entities;

    @Override
    public void tell(Consumer<String> heard) {
        long after = -1;
        while (true) {
            List<Object[]> page = entities.createNamedQuery("WorkingCopy.pictures", Object[].class)
                    .setParameter(AFTER, after)
                    .setMaxResults(AT_ONCE)
                    .getResultList();
            if (page.isEmpty()) {
                break;
            }
            for (Object[] row : page) {
                after = (Long) row[0];
                heard.accept((String) row[1]);
                heard.accept((String) row[2]);
            }
        }
        long article = -1;
        long version = -1;
        while (true) {
            List<Object[]> page = entities.createNamedQuery("WorkingState.pictures", Object[].class)
                    .setParameter("article", article)
                    .setParameter(AFTER, version)
                    .setMaxResults(AT_ONCE)
                    .getResultList();
            if (page.isEmpty()) {
                return;
            }
            for (Object[] row : page) {
                article = (Long) row[0];
                version = (Long) row[1];
                heard.accept((String) row[2]);
                heard.accept((String) row[3]);
            }
        }
    }
}
