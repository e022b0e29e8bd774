package org.galley.web.catalogue;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.galley.adslot.PolicyField;
import org.galley.adslot.SlotKind;

/** A slot definition as it stands in the form, whatever somebody typed there, and what is wrong with it. */
public class KindForm implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SPARE = 2;

    /** Height of the label above an ad in pixels, as the reader's page has it. */
    private static final int LABEL = 24;

    private static final String SIZE = "[1-9][0-9]{0,3}x[1-9][0-9]{0,3}";

    private String key = "";
    private String label = "Advertisement";
    private String unitPath = "";
    private String houseFallback = "";
    private boolean lazy = true;
    private boolean retired;
    private final ArrayList<Pair> labels = new ArrayList<>();
    private final ArrayList<Pair> targeting = new ArrayList<>();
    private final HashMap<String, String> heights = new HashMap<>();
    private final HashMap<String, String> sizes = new HashMap<>();
    private final HashMap<String, Boolean> shown = new HashMap<>();
    private final HashMap<String, String> problems = new HashMap<>();

    /** A name and its text in two fields; both empty where nothing was typed. */
    public static class Pair implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        private String name;
        private String text;

        Pair(String name, String text) {
            this.name = name;
            this.text = text;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }

    static KindForm empty() {
        KindForm form = new KindForm();
        PolicyField.BREAKPOINTS.forEach(name -> {
            form.shown.put(name, true);
            form.heights.put(name, "274");
            form.sizes.put(name, "300x250");
        });
        form.spare();
        return form;
    }

    static KindForm of(SlotKind kind) {
        KindForm form = new KindForm();
        form.key = kind.key();
        form.label = kind.label();
        form.unitPath = kind.unitPath();
        form.houseFallback = kind.houseFallback();
        form.lazy = kind.lazy();
        form.retired = kind.retired();
        kind.labels().forEach((language, label) -> form.labels.add(new Pair(language, label)));
        kind.targeting().forEach((name, value) -> form.targeting.add(new Pair(name, value)));
        PolicyField.BREAKPOINTS.forEach(name -> {
            SlotKind.Room room = kind.rooms().get(name);
            form.shown.put(name, room != null);
            form.heights.put(name, room == null ? "" : Integer.toString(room.height()));
            form.sizes.put(
                    name,
                    room == null
                            ? ""
                            : String.join(
                                    ", ",
                                    room.sizes().stream()
                                            .map(SlotKind.Size::toString)
                                            .toList()));
        });
        form.spare();
        return form;
    }

    private void spare() {
        for (int i = 0; i < SPARE; i++) {
            labels.add(new Pair("", ""));
            targeting.add(new Pair("", ""));
        }
    }

    /** The definition that the form describes; null if it describes none, and then the problems say why. */
    SlotKind read() {
        problems.clear();
        Map<String, SlotKind.Room> rooms = new LinkedHashMap<>();
        for (String name : PolicyField.BREAKPOINTS) {
            if (Boolean.TRUE.equals(shown.get(name))) {
                rooms.put(name, room(name));
            }
        }
        SlotKind kind = new SlotKind(
                key.strip(),
                label.strip(),
                texts(labels, "labels", true),
                unitPath.strip(),
                rooms,
                texts(targeting, "targeting", false),
                houseFallback,
                lazy,
                retired);
        return problems.isEmpty() ? kind : null;
    }

    private SlotKind.Room room(String name) {
        String typed = heights.getOrDefault(name, "").strip();
        int height = 1;
        if (typed.matches("[0-9]{1,6}")) {
            height = Integer.parseInt(typed);
        } else {
            problems.put("sizes." + name + ".height", "A whole number of pixels is needed.");
        }
        List<SlotKind.Size> fitting = sizesOf(name);
        for (String size : sizes.getOrDefault(name, "").split("[,\\s]+")) {
            String plain = plain(size);
            if (!plain.isEmpty() && !plain.matches(SIZE)) {
                problems.put("sizes." + name + ".sizes", "“" + size + "” is no size such as 300x250.");
            }
        }
        return new SlotKind.Room(height, fitting);
    }

    private Map<String, String> texts(List<Pair> pairs, String field, boolean small) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            String name = small ? pair.name.strip().toLowerCase(Locale.ROOT) : pair.name.strip();
            if (name.isEmpty() && pair.text.isBlank()) {
                continue;
            }
            if (texts.put(name, pair.text.strip()) != null) {
                problems.put(field, "“" + name + "” stands twice.");
            }
        }
        return texts;
    }

    /** By breakpoint what is no fault and yet hardly meant: a reserved height for which no size is low enough. */
    public Map<String, String> getHints() {
        Map<String, String> hints = new LinkedHashMap<>();
        for (String name : PolicyField.BREAKPOINTS) {
            String height = heights.getOrDefault(name, "").strip();
            List<SlotKind.Size> listed = sizesOf(name);
            if (Boolean.TRUE.equals(shown.get(name)) && height.matches("[0-9]{1,6}") && !listed.isEmpty()) {
                int room = Integer.parseInt(height) - LABEL;
                if (listed.stream().noneMatch(size -> size.height() <= room)) {
                    hints.put(
                            name,
                            "None of these sizes fits: below the label, " + Math.max(0, room)
                                    + " px of the reserved height are left.");
                }
            }
        }
        return hints;
    }

    private List<SlotKind.Size> sizesOf(String name) {
        List<SlotKind.Size> listed = new ArrayList<>();
        for (String size : sizes.getOrDefault(name, "").split("[,\\s]+")) {
            String plain = plain(size);
            if (plain.matches(SIZE)) {
                listed.add(SlotKind.Size.parse(plain));
            }
        }
        return listed;
    }

    private static String plain(String size) {
        return size.strip().toLowerCase(Locale.ROOT).replace('×', 'x');
    }

    /** What is wrong, by field. */
    public Map<String, String> getProblems() {
        return problems;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getUnitPath() {
        return unitPath;
    }

    public void setUnitPath(String unitPath) {
        this.unitPath = unitPath;
    }

    public String getHouseFallback() {
        return houseFallback;
    }

    public void setHouseFallback(String houseFallback) {
        this.houseFallback = houseFallback;
    }

    public boolean isLazy() {
        return lazy;
    }

    public void setLazy(boolean lazy) {
        this.lazy = lazy;
    }

    public boolean isRetired() {
        return retired;
    }

    public List<Pair> getLabels() {
        return labels;
    }

    public List<Pair> getTargeting() {
        return targeting;
    }

    public Map<String, String> getHeights() {
        return heights;
    }

    public Map<String, String> getSizes() {
        return sizes;
    }

    public Map<String, Boolean> getShown() {
        return shown;
    }
}
