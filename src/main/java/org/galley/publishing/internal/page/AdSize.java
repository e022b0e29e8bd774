package org.galley.publishing.internal.page;

/**
 * The size of an ad that a slot takes.
 *
 * @param width in CSS pixels, at least 1
 * @param height in CSS pixels, at least 1
 */
public record AdSize(int width, int height) {

    public AdSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an ad is at least 1 px wide and high");
        }
    }
}
