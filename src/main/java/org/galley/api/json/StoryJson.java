package org.galley.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galley.api.problem.ProblemException;
import org.galley.story.AdLayout;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Story;
import org.galley.story.TextCount;

/**
 * The story of the API's contract: what {@code GET /articles/{id}} answers and what {@code POST} and {@code PUT} take.
 *
 * <p>What a member means when it is not plainly given:
 *
 * <ul>
 *   <li>An absent member of the header, an absent {@code body} and absent {@code ads} stay as in the base, so that a small
 *       script sends only what it changes. For a new story the base is the header of {@link ReadContext#forNew}, no
 *       blocks, no slots.
 *   <li>{@code null} clears: text becomes empty, {@code bylines} and {@code tags} empty lists, {@code stamp} and
 *       {@code leadImage} none. {@code body} and {@code ads} are never {@code null}; {@code []} empties them.
 *   <li>{@code leadImage}, {@code body} and {@code ads} are replaced as a whole: members absent inside a picture or a block are
 *       empty (a new picture must not keep the old one's credit). Inside a slot see {@link AdsJson}.
 *   <li>Members of {@link #READ_ONLY} may come back and are not looked at. Any other member is refused by name.
 * </ul>
 */
public final class StoryJson {
    /** What an answer says of an article beside its story; taken and ignored when a client sends it back. */
    public static final Set<String> READ_ONLY = Set.of(
            "id",
            "version",
            "state",
            "revision",
            "unsaved",
            "live",
            "warnings",
            "wordCount",
            "readingMinutes",
            "created",
            "createdBy",
            "updated",
            "updatedBy",
            "merged",
            "approval",
            "schedule",
            "embargo",
            "edition",
            "url",
            "links");

    private static final JsonProvider JSON = JsonProvider.provider();

    private StoryJson() {}

    /**
     * Reads a story.
     *
     * @param json the request's body
     * @throws ProblemException 400 with every violation that was found
     */
    public static StoryInput read(JsonObject json, ReadContext context) {
        Faults faults = new Faults();
        Members members = Members.of(json, faults);
        members.ignore(READ_ONLY);
        Header header = HeaderJson.read(members, context.base().header(), context.zone());
        List<Block> body = members.array("body")
                .map(array -> BodyJson.read(array, members.pointer("body"), context.ids(), faults))
                .orElse(context.base().body());
        Optional<JsonArray> slots = members.array("ads");
        Optional<AdLayout> ads = slots.map(array -> {
            // A slot whose block was deleted by this very request still names it; the anchors' rules decide where it
            // goes.
            Set<String> blocks = new HashSet<>(context.base().ids());
            body.forEach(block -> blocks.add(block.id()));
            return AdsJson.read(array, members.pointer("ads"), context, blocks, faults);
        });
        members.refuseOthers();
        faults.throwIfAny();
        return new StoryInput(new Story(header, body), ads, faults.warnings());
    }

    /**
     * Reads the body of {@code PUT /articles/{id}/ads}: {@code {"ads":[…],"refused":[…],"advertising":…}}, of which those that are
     * absent stay as in the base, but one is needed.
     *
     * @throws ProblemException 400 with every violation that was found
     */
    public static AdLayout readAds(JsonObject json, ReadContext context) {
        Faults faults = new Faults();
        Members members = Members.of(json, faults);
        members.ignore(READ_ONLY);
        if (!members.has("ads") && !members.has("refused") && !members.has("advertising")) {
            members.missing("ads");
        }
        AdLayout ads = members.array("ads")
                .map(array -> AdsJson.read(
                        array,
                        members.pointer("ads"),
                        context,
                        Set.copyOf(context.base().ids()),
                        faults))
                .orElse(context.ads());
        AdLayout wanted = AdsJson.decisions(members, ads, context.base().ids());
        members.refuseOthers();
        faults.throwIfAny();
        return wanted;
    }

    /**
     * Writes a story in the contract's order: first what is said of the article, then the story, then its counts.
     *
     * @param about members from {@link #READ_ONLY} for the beginning, in order; may be empty
     * @throws IllegalArgumentException if {@code about} has a member that {@link #read} would not take back
     */
    public static JsonObject write(JsonObject about, Story story, AdLayout ads) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        about.forEach((name, value) -> {
            if (!READ_ONLY.contains(name)) {
                throw new IllegalArgumentException(name + " is no read-only member of a story");
            }
            json.add(name, value);
        });
        HeaderJson.write(json, story.header());
        TextCount count = story.count();
        return json.add("body", BodyJson.write(story.body()))
                .add("ads", AdsJson.write(ads))
                .add("wordCount", count.words())
                .add("readingMinutes", count.readingMinutes())
                .build();
    }

    /** A story alone. */
    public static JsonObject write(Story story, AdLayout ads) {
        return write(JsonValue.EMPTY_JSON_OBJECT, story, ads);
    }
}
