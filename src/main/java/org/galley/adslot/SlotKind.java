package org.galley.adslot;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A slot definition as the catalogue shows it.
 *
 * @param key names it in layouts; never changes
 * @param label what readers see above the ad
 * @param unitPath the ad server's name for the place
 * @param rooms by breakpoint name; a breakpoint that is missing hides the slot there
 * @param houseFallback sanitised HTML that stands in while no ad comes, may be empty
 * @param lazy whether ad code should wait until the reader comes near
 */
public record SlotKind(
        String key, String label, String unitPath, Map<String, Room> rooms, String houseFallback, boolean lazy)
        implements Serializable {
    public static final String PHONE = "phone";
    public static final String TABLET = "tablet";
    public static final String DESKTOP = "desktop";

    public SlotKind {
        rooms = new LinkedHashMap<>(rooms);
    }

    /**
     * The room at one breakpoint.
     *
     * @param height what the page reserves, label included, in CSS pixels
     * @param sizes the ads that fit, the preferred first
     */
    public record Room(int height, List<Size> sizes) implements Serializable {
        public Room {
            sizes = List.copyOf(sizes);
        }
    }

    /** An ad's size in CSS pixels, written as {@code 300x250}. */
    public record Size(int width, int height) implements Serializable {
        /** @throws IllegalArgumentException if it is not two whole numbers with an x between */
        public static Size parse(String text) {
            String[] parts = text.strip().split("x", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a size is written as 300x250, not " + text);
            }
            return new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }
}
