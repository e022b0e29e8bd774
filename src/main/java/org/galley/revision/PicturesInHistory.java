package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import org.galley.media.PictureUse;

/** The pictures of all revisions: what a revision was can be shown and restored for ever. */
@ApplicationScoped
@Transactional
class PicturesInHistory implements PictureUse {
    private static final int AT_ONCE = 500;

    @Inject
    private ContentStore contents;

    @Override
    public void tell(Consumer<String> heard) {
        String after = "";
        while (after != null) {
            after = contents.pictures(after, AT_ONCE, heard);
        }
    }
}
