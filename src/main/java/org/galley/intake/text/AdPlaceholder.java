package org.galley.intake.text;

import java.util.Objects;

/**
 * A place where the text asks for an ad.
 *
 * @param label the marker as it stood on its line, for example {@code AD} or {@code [ad: top]}; never empty
 */
public record AdPlaceholder(String label) implements Piece {
    public AdPlaceholder {
        Objects.requireNonNull(label, "label");
    }
}
