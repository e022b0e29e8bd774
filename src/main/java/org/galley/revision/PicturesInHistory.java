package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;
import org.galley.media.PictureUse;

/** The pictures of all revisions: what a revision was can be shown and restored for ever. */
@ApplicationScoped
@Transactional
class PicturesInHistory implements PictureUse {
    private static final int AT_ONCE = 500;

    @PersistenceContext
    private EntityManager entities;

    @Override
    public void tell(Consumer<String> heard) {
        String after = "";
        while (true) {
            List<Object[]> page = entities.createNamedQuery("StoredContent.pictures", Object[].class)
                    .setParameter("after", after)
                    .setMaxResults(AT_ONCE)
                    .getResultList();
            if (page.isEmpty()) {
                return;
            }
            for (Object[] row : page) {
                after = (String) row[0];
                heard.accept((String) row[1]);
            }
        }
    }
}
