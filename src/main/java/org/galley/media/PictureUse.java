package org.galley.media;

import java.util.function.Consumer;

/**
 * Says which pictures a feature needs: whoever keeps texts that may name one implements it, so that the clean-up of unused
 * pictures knows of all of them without knowing who they are.
 */
public interface PictureUse {
    /**
     * Goes through everything the feature keeps, whoever may see it, and holds none of it longer than needed.
     *
     * @param heard gets every text in which {@code /media/{id}/} may stand; texts without it need not be given
     */
    void tell(Consumer<String> heard);
}
