package org.galley.api.content;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.galley.media.MediaItem;
import org.galley.media.MediaRendition;
import org.galley.story.Block;
import org.galley.story.Picture;
import org.galley.story.Story;

/** Writes a story's pictures as ninjs associations, each with the sizes that Galley has of it. */
record PictureJson(String site, Function<String, Optional<MediaItem>> known) {
    private static final String PLAIN = "text/plain";

    /** The lead picture, then those of the body; a place for one still to come has no address, and ninjs wants one. */
    Optional<JsonArrayBuilder> write(Story story) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        boolean any = add(all, "leadImage", "featured", story.header().leadImage());
        for (Block block : story.body()) {
            if (block instanceof Block.Image image) {
                any |= add(all, "image-" + image.id(), "body", image.picture());
            }
        }
        return any ? Optional.of(all) : Optional.empty();
    }

    private boolean add(JsonArrayBuilder all, String name, String rel, Picture picture) {
        if (picture.src().isEmpty()) {
            return false;
        }
        String address = picture.src().startsWith("/") ? site + picture.src() : picture.src();
        JsonArrayBuilder descriptions = Json.createArrayBuilder();
        if (!picture.caption().isEmpty()) {
            descriptions.add(NinjsJson.valued("caption", PLAIN, picture.caption()));
        }
        if (!picture.alt().isEmpty()) {
            descriptions.add(NinjsJson.valued("alt", PLAIN, picture.alt()));
        }
        JsonObjectBuilder associated = Json.createObjectBuilder()
                .add("name", name)
                .add("rel", rel)
                .add("uri", address)
                .add("type", "picture")
                .add("descriptions", descriptions)
                .add(
                        "renditions",
                        known.apply(picture.src()).map(this::renditions).orElseGet(() -> original(address)));
        if (!picture.credit().isEmpty()) {
            associated.add("by", picture.credit());
        }
        all.add(associated);
        return true;
    }

    private static JsonArrayBuilder original(String address) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("name", "original").add("href", address));
    }

    private JsonArrayBuilder renditions(MediaItem item) {
        JsonArrayBuilder renditions = Json.createArrayBuilder();
        List<MediaRendition> all = new ArrayList<>(item.sizes());
        all.add(item.shared());
        all.forEach(rendition -> renditions.add(Json.createObjectBuilder()
                .add("name", rendition.isCut() ? "shared" : rendition.name())
                .add("href", site + rendition.path())
                .add("contentType", rendition.contentType())
                .add("width", rendition.width())
                .add("height", rendition.height())
                .add("sizeInBytes", rendition.bytes())));
        return renditions;
    }
}
