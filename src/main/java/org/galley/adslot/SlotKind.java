package org.galley.adslot;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A slot definition as the catalogue shows it.
 *
 * @param key names it in layouts; never changes
 * @param label what readers see above the ad, in a language that {@code labels} does not have
 * @param labels the same by BCP 47 language tag, small letters
 * @param unitPath the ad server's name for the place
 * @param rooms by breakpoint name; a breakpoint that is missing hides the slot there
 * @param targeting key-values for the ad server
 * @param houseFallback sanitised HTML that stands in while no ad comes, may be empty
 * @param lazy whether ad code should wait until the reader comes near
 * @param retired whether it is out of use: slots that have it stay, no new one gets it
 */
public record SlotKind(
        String key,
        String label,
        Map<String, String> labels,
        String unitPath,
        Map<String, Room> rooms,
        Map<String, String> targeting,
        String houseFallback,
        boolean lazy,
        boolean retired)
        implements Serializable {
    public static final String PHONE = "phone";
    public static final String TABLET = "tablet";
    public static final String DESKTOP = "desktop";

    public SlotKind {
        rooms = new LinkedHashMap<>(rooms);
        labels = new TreeMap<>(labels);
        targeting = new TreeMap<>(targeting);
    }

    /** A definition in use, with one label and no targeting. */
    public SlotKind(
            String key, String label, String unitPath, Map<String, Room> rooms, String houseFallback, boolean lazy) {
        this(key, label, Map.of(), unitPath, rooms, Map.of(), houseFallback, lazy, false);
    }

    /** The label for a language, or for the language without its region; the general one if there is none. */
    public String labelIn(String language) {
        String wanted = language.toLowerCase(Locale.ROOT);
        String base = wanted.split("-", 2)[0];
        return labels.getOrDefault(wanted, labels.getOrDefault(base, label));
    }

    /** The same definition, out of use or in use again. */
    public SlotKind withRetired(boolean wanted) {
        return new SlotKind(key, label, labels, unitPath, rooms, targeting, houseFallback, lazy, wanted);
    }

    /** The same definition with another fallback. */
    SlotKind withHouseFallback(String html) {
        return new SlotKind(key, label, labels, unitPath, rooms, targeting, html, lazy, retired);
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
