package org.galley.intake.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galley.platform.config.GalleySettings;

/** Reads ninjs 1, 2 and 3, the JSON of the IPTC for news, told apart by their shape; a list of items is read too. */
@ApplicationScoped
public class NinjsFormat implements ImportFormat {
    @Inject
    private GalleySettings settings;

    @Override
    public String key() {
        return "ninjs";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/ninjs+json", "application/vnd.iptc.ninjs+json");
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean recognises(ImportSource source) {
        String head = source.head();
        return head.startsWith("{")
                || head.startsWith("[") && head.replaceAll("\\s", "").startsWith("[{");
    }

    @Override
    public List<ImportedStory> read(ImportSource source) {
        List<JsonObject> items = items(parsed(source.text()));
        NinjsItem reader = new NinjsItem(new Moments(settings.zone()));
        List<ImportedStory> stories = new ArrayList<>();
        for (JsonObject item : items) {
            stories.addAll(reader.read(item));
        }
        if (stories.isEmpty()) {
            throw new UnreadableException("no-story", "There is no item with a text in this ninjs.");
        }
        return stories;
    }

    private static JsonStructure parsed(String text) {
        try (JsonReader reader =
                Json.createReader(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text))) {
            return reader.read();
        } catch (RuntimeException e) {
            // Parsers say in different ways that something is malformed, or nested too deep.
            throw new UnreadableException(
                    "malformed-json", "This is not well-formed JSON. It may have been cut off on the way.");
        }
    }

    private static List<JsonObject> items(JsonStructure json) {
        JsonValue list =
                json instanceof JsonObject object && object.get("items") instanceof jakarta.json.JsonArray array
                        ? array
                        : json;
        List<JsonObject> items = new ArrayList<>();
        if (list instanceof jakarta.json.JsonArray array) {
            array.stream()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .forEach(items::add);
        } else {
            items.add((JsonObject) list);
        }
        for (JsonObject item : items) {
            if (!NinjsMembers.isItem(item)) {
                throw new UnreadableException("not-ninjs", "This is JSON, but no ninjs: an item has no \"uri\".");
            }
        }
        return items;
    }
}
