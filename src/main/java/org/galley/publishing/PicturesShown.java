package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import org.galley.media.PictureUse;

/** The pictures that readers were ever given: any past minute can be shown again. */
@ApplicationScoped
@Transactional
class PicturesShown implements PictureUse {
    @PersistenceContext
    private EntityManager entities;

    @Override
    public void tell(Consumer<String> heard) {
        entities.createNamedQuery("ShownPicture.all", String.class)
                .getResultList()
                .forEach(id -> heard.accept("/media/" + id + "/"));
    }
}
