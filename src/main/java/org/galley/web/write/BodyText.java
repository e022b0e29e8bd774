package org.galley.web.write;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.galley.api.json.BodyJson;
import org.galley.api.json.Faults;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.web.shell.Texts;

/** A story's blocks as the JSON of the writing surface, and back. */
final class BodyText {
    private BodyText() {}

    static String write(List<Block> body) {
        return BodyJson.write(body).toString();
    }

    /**
     * The blocks that somebody wrote in the surface.
     *
     * @param ids for blocks that are new
     * @param texts the words of a refusal
     * @throws RefusedException invalid, if they are none
     */
    static List<Block> read(String json, BlockIds ids, Texts texts) {
        Faults faults = new Faults();
        List<Block> body;
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            body = BodyJson.read(reader.readArray(), "/body", ids, faults);
        } catch (JsonException e) {
            throw RefusedException.invalid("body", texts.of(WriteBean.BUNDLE, "bodyBroken"));
        }
        if (!faults.isEmpty()) {
            throw RefusedException.invalid("body", faults.violations().get(0).message());
        }
        return body;
    }
}
