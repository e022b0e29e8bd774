package org.galley.api.json;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.Violation;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;

/** What the tests of reading and writing begin with. */
final class Given {
    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    private Given() {}

    /** JSON in which {@code '} stands for the double quote. */
    static JsonObject json(String text) {
        return raw(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static JsonObject raw(byte[] bytes) {
        try {
            return JsonBody.parse(new ByteArrayInputStream(bytes), Limits.STORY_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BlockIds ids() {
        return new BlockIds(new Random(7), List.of());
    }

    static ReadContext newStory() {
        return ReadContext.forNew(Header.EMPTY, ids(), KYIV);
    }

    /** A stored story of three paragraphs a, b, c with one slot after b. */
    static ReadContext storedStory() {
        Header header = new Header(
                "Storm",
                "It blows",
                List.of("Ada Ro"),
                "Odesa",
                null,
                "world",
                "storm",
                List.of("weather"),
                "en",
                new Picture("/media/1.jpg", "Waves", "The pier", "A. Ro"));
        List<Block> body = List.of(paragraph("a", "One"), paragraph("b", "Two"), paragraph("c", "Three"));
        AdLayout ads = new AdLayout(List.of(AdSlot.placed("s1", "inline", "b", false)));
        return new ReadContext(new Story(header, body), ads, ids(), KYIV);
    }

    static ReadContext withAds(AdSlot... slots) {
        ReadContext stored = storedStory();
        return new ReadContext(stored.base(), new AdLayout(List.of(slots)), stored.ids(), stored.zone());
    }

    static Block paragraph(String id, String text) {
        return new Block.Paragraph(id, Inline.of(text));
    }

    static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    static List<Violation> violationsOf(String json) {
        return violationsOf(json, newStory());
    }

    static List<Violation> violationsOf(String json, ReadContext context) {
        return problemOf(() -> StoryJson.read(json(json), context)).violations();
    }

    /** Faults as {@code pointer rule}. */
    static List<String> faultsOf(String json, ReadContext context) {
        return violationsOf(json, context).stream()
                .map(violation -> violation.pointer() + " " + violation.rule())
                .toList();
    }

    static List<String> faultsOf(String json) {
        return faultsOf(json, newStory());
    }
}
