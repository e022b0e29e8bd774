package org.galley.adslot;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A kind of ad slot in the catalogue. */
@Entity
@Cacheable
@Table(name = "slot_definition")
@NamedQuery(name = "SlotDefinition.all", query = "select d from SlotDefinition d order by d.position, d.key")
class SlotDefinition {
    @Id
    @Column(name = "definition_key")
    private String key;

    private String label;

    @Column(name = "unit_path")
    private String unitPath;

    @Column(name = "phone_height")
    private Integer phoneHeight;

    @Column(name = "tablet_height")
    private Integer tabletHeight;

    @Column(name = "desktop_height")
    private Integer desktopHeight;

    @Column(name = "phone_sizes")
    private String phoneSizes;

    @Column(name = "tablet_sizes")
    private String tabletSizes;

    @Column(name = "desktop_sizes")
    private String desktopSizes;

    @Column(name = "house_fallback")
    private String houseFallback;

    private boolean lazy;
    private String labels;
    private String targeting;
    private boolean retired;
    private int position;

    @Version
    private long version;

    protected SlotDefinition() {}

    SlotDefinition(String key, int position) {
        this.key = key;
        this.position = position;
    }

    /** Becomes what the catalogue says; the key stays. */
    void become(SlotKind kind) {
        label = kind.label();
        unitPath = kind.unitPath();
        houseFallback = kind.houseFallback();
        lazy = kind.lazy();
        labels = written(kind.labels());
        targeting = written(kind.targeting());
        retired = kind.retired();
        phoneHeight = height(kind, SlotKind.PHONE);
        tabletHeight = height(kind, SlotKind.TABLET);
        desktopHeight = height(kind, SlotKind.DESKTOP);
        phoneSizes = sizes(kind, SlotKind.PHONE);
        tabletSizes = sizes(kind, SlotKind.TABLET);
        desktopSizes = sizes(kind, SlotKind.DESKTOP);
    }

    void moveTo(int place) {
        position = place;
    }

    String key() {
        return key;
    }

    private static String written(Map<String, String> texts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        texts.forEach(json::add);
        return json.build().toString();
    }

    private static Map<String, String> read(String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (var reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> texts.put(name, ((JsonString) value).getString()));
        }
        return texts;
    }

    private static Integer height(SlotKind kind, String breakpoint) {
        SlotKind.Room room = kind.rooms().get(breakpoint);
        return room == null ? null : room.height();
    }

    private static String sizes(SlotKind kind, String breakpoint) {
        SlotKind.Room room = kind.rooms().get(breakpoint);
        return room == null
                ? ""
                : String.join(
                        ",", room.sizes().stream().map(SlotKind.Size::toString).toList());
    }

    SlotKind kind() {
        Map<String, SlotKind.Room> rooms = new LinkedHashMap<>();
        put(rooms, SlotKind.PHONE, phoneHeight, phoneSizes);
        put(rooms, SlotKind.TABLET, tabletHeight, tabletSizes);
        put(rooms, SlotKind.DESKTOP, desktopHeight, desktopSizes);
        return new SlotKind(key, label, read(labels), unitPath, rooms, read(targeting), houseFallback, lazy, retired);
    }

    private static void put(Map<String, SlotKind.Room> rooms, String breakpoint, Integer height, String sizes) {
        if (height != null) {
            List<SlotKind.Size> parsed = new ArrayList<>();
            for (String size : sizes.split(",")) {
                if (!size.isBlank()) {
                    parsed.add(SlotKind.Size.parse(size));
                }
            }
            rooms.put(breakpoint, new SlotKind.Room(height, parsed));
        }
    }
}
