package org.galley.web.write;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.galley.adslot.SlotKind;
import org.galley.api.json.AdsJson;
import org.galley.api.json.Faults;
import org.galley.api.json.ReadContext;
import org.galley.article.ArticleView;
import org.galley.article.EarlierState;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.BlockIds;
import org.galley.web.shell.Texts;

/** An article's ad slots as the writing surface shows them as bars, and back. */
final class SlotBars {
    /** What the surface adds to a slot for its eyes only. */
    private static final Set<String> SHOWN = Set.of("label", "detail");

    private SlotBars() {}

    /** Each slot as the API gives it, with the words on its bar. */
    static String write(ArticleView article, Map<String, SlotKind> kinds) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (AdSlot slot : article.layout().slots()) {
            JsonObjectBuilder entry = Json.createObjectBuilder(AdsJson.write(slot));
            SlotKind kind = kinds.get(slot.definition());
            json.add(entry.add("label", slot.definition()).add("detail", kind == null ? "" : sizes(kind)));
        }
        return json.build().toString();
    }

    private static String sizes(SlotKind kind) {
        SlotKind.Room phone = kind.rooms().get(SlotKind.PHONE);
        return phone == null || phone.sizes().isEmpty()
                ? ""
                : phone.sizes().get(0).toString();
    }

    /**
     * The layout that somebody made in the surface.
     *
     * @param shown the text and the layout that it was made from
     * @param texts the words of a refusal
     * @throws RefusedException invalid, if it is none
     */
    static AdLayout read(String json, EarlierState shown, BlockIds ids, Texts texts) {
        Faults faults = new Faults();
        ReadContext context = new ReadContext(shown.story(), shown.layout(), ids, ZoneOffset.UTC);
        AdLayout layout;
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonArray slots = stripped(reader.readArray());
            layout = AdsJson.read(
                    slots, "/ads", context, new HashSet<>(shown.story().ids()), faults);
        } catch (JsonException | ClassCastException e) {
            throw RefusedException.invalid("ads", texts.of(WriteBean.BUNDLE, "adsBroken"));
        }
        if (!faults.isEmpty()) {
            throw RefusedException.invalid("ads", faults.violations().get(0).message());
        }
        return layout;
    }

    private static JsonArray stripped(JsonArray slots) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (JsonValue value : slots) {
            JsonObjectBuilder entry = Json.createObjectBuilder();
            JsonObject slot = value.asJsonObject();
            slot.forEach((name, member) -> {
                if (!SHOWN.contains(name)) {
                    entry.add(name, member);
                }
            });
            json.add(entry);
        }
        return json.build();
    }
}
