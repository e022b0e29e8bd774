package org.galley.web.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galley.story.Picture;

/**
 * A picture of either text, or of both.
 *
 * @param src a web address or a path on this site, never empty
 * @param before whether the older text has it
 * @param after whether the newer text has it
 */
public record ComparedPicture(String src, boolean before, boolean after) implements Serializable {

    /** The pictures of one place: none, one, or the older one before the newer one. {@link Picture#NONE} where there is none. */
    static List<ComparedPicture> of(Picture from, Picture to) {
        List<ComparedPicture> pictures = new ArrayList<>();
        boolean same = from.src().equals(to.src());
        if (!from.src().isEmpty()) {
            pictures.add(new ComparedPicture(from.src(), true, same));
        }
        if (!to.src().isEmpty() && !same) {
            pictures.add(new ComparedPicture(to.src(), false, true));
        }
        return List.copyOf(pictures);
    }

    /** Its address on a page under a context path. */
    public String at(String root) {
        return src.startsWith("/") ? root + src : src;
    }
}
