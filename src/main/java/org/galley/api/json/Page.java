package org.galley.api.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.function.Function;

/**
 * A stretch of a list that is paged by key.
 *
 * <pre>{@code
 * PageRequest asked = PageRequest.parse(limit, after, KEY);
 * List<Row> rows = service.list(asked.limit() + 1, …);   // one more, to know whether there is a next page
 * return Page.of(rows, asked, KEY, row -> List.of(row.updated().toString(), row.id())).toJson(RowJson::write);
 * }</pre>
 *
 * @param items in order; never null
 * @param next the cursor of the next page, or null when this is the last
 */
public record Page<T>(List<T> items, String next) {
    private static final JsonProvider JSON = JsonProvider.provider();

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page out of what was fetched.
     *
     * @param fetched up to one item more than the page has, which shows that there is a next page
     * @param place gives an item's sort values
     */
    public static <T> Page<T> of(List<T> fetched, PageRequest request, PageKey key, Function<T, List<String>> place) {
        if (fetched.size() <= request.limit()) {
            return new Page<>(fetched, null);
        }
        List<T> shown = fetched.subList(0, request.limit());
        return new Page<>(shown, key.encode(place.apply(shown.get(shown.size() - 1))));
    }

    /** The page as {@code {"items":[…],"next":…}}; {@code next} is null on the last one. */
    public JsonObject toJson(Function<? super T, ? extends JsonValue> write) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        items.forEach(item -> array.add(write.apply(item)));
        JsonObjectBuilder json = JSON.createObjectBuilder().add("items", array);
        return (next == null ? json.addNull("next") : json.add("next", next)).build();
    }
}
