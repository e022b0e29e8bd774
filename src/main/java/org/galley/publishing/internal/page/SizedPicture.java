package org.galley.publishing.internal.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture of which the sizes are known, so that readers load no more than they see and nothing moves while they do.
 *
 * @param sizes of the whole picture, from the narrowest, at least one
 * @param focusX what matters most in it: hundredths of the width, from the left
 * @param focusY hundredths of the height, from the top
 * @param shared the cut for shared links
 */
public record SizedPicture(List<Size> sizes, int focusX, int focusY, Size shared) {

    public SizedPicture {
        sizes = List.copyOf(sizes);
    }

    /**
     * @param path below the context root, beginning with a slash
     * @param width in pixels
     * @param height in pixels
     */
    public record Size(String path, int width, int height) {}

    Size largest() {
        return sizes.get(sizes.size() - 1);
    }

    /** The {@code srcset} for a page; empty if there is no choice. */
    String sourceSet(PagePath here) {
        return sizes.size() < 2
                ? ""
                : sizes.stream()
                        .map(size -> here.root() + size.path().substring(1) + " " + size.width() + "w")
                        .collect(Collectors.joining(", "));
    }

    /** Where the picture is cut on the page, as a rule of its style. */
    String leadCss() {
        return "\n.lead .frame img { object-position: " + focusX + "% " + focusY + "%; }";
    }
}
