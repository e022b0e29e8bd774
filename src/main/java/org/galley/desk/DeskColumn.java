package org.galley.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the desk's table can show of a story beside its headline. */
public enum DeskColumn {
    STATE("state"),
    BY("by"),
    ASSIGNEE("assignee"),
    DUE("due"),
    PRIORITY("priority"),
    CHANGED("changed"),
    LENGTH("length"),
    ADS("ads");

    /** What everybody sees who chose nothing else. */
    public static final List<DeskColumn> USUAL = List.of(STATE, ASSIGNEE, DUE, CHANGED, LENGTH, ADS);

    private final String key;

    DeskColumn(String key) {
        this.key = key;
    }

    /** The column's word in addresses and in the resource bundle. */
    public String getKey() {
        return key;
    }

    public static Optional<DeskColumn> ofKey(String key) {
        return Stream.of(values()).filter(column -> column.key.equals(key)).findFirst();
    }

    /** Columns by their keys with commas between, in the table's order; keys that are none are left out. */
    public static List<DeskColumn> parse(String keys) {
        List<String> wanted = List.of(keys.split(",", -1));
        List<DeskColumn> columns = new ArrayList<>();
        for (DeskColumn column : values()) {
            if (wanted.contains(column.key)) {
                columns.add(column);
            }
        }
        return List.copyOf(columns);
    }

    public static String keys(List<DeskColumn> columns) {
        return columns.stream().map(DeskColumn::getKey).collect(Collectors.joining(","));
    }
}
