package org.galley.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/** What the API answers, it takes back, and means the same by it. */
class StoryJsonRoundTripTest {

    @Provide
    Arbitrary<Tuple2<Story, AdLayout>> articles() {
        return AnyStory.story().flatMap(story -> AnyStory.layoutOf(story).map(ads -> Tuple.of(story, ads)));
    }

    private static JsonObject overTheWire(JsonObject json) {
        return Given.raw(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void a_story_that_was_written_reads_as_the_same_new_story(@ForAll("articles") Tuple2<Story, AdLayout> article) {
        JsonObject sent = overTheWire(StoryJson.write(article.get1(), article.get2()));
        StoryInput read = StoryJson.read(sent, Given.newStory());
        assertThat(read.story()).isEqualTo(article.get1());
        assertThat(read.ads()).contains(article.get2());
        assertThat(read.warnings()).isEmpty();
    }

    @Property(tries = 200)
    void a_story_sent_back_unchanged_changes_nothing(@ForAll("articles") Tuple2<Story, AdLayout> article) {
        ReadContext context = new ReadContext(article.get1(), article.get2(), Given.ids(), Given.KYIV);
        JsonObject about = Json.createObjectBuilder()
                .add("id", "k3")
                .add("version", 4)
                .add("state", "draft")
                .add("approval", Json.createObjectBuilder().add("by", "editor"))
                .build();
        StoryInput read = StoryJson.read(overTheWire(StoryJson.write(about, article.get1(), article.get2())), context);
        assertThat(read.story()).isEqualTo(article.get1());
        assertThat(read.ads()).contains(article.get2());
    }

    @Property(tries = 200)
    void slots_sent_back_without_state_and_home_keep_theirs(@ForAll("articles") Tuple2<Story, AdLayout> article) {
        ReadContext context = new ReadContext(article.get1(), article.get2(), Given.ids(), Given.KYIV);
        var slots = Json.createArrayBuilder();
        for (var slot : article.get2().slots()) {
            var bare = Json.createObjectBuilder(AdsJson.write(slot));
            slots.add(bare.remove("state").remove("home"));
        }
        JsonObject sent = Json.createObjectBuilder().add("ads", slots).build();
        assertThat(StoryJson.readAds(sent, context)).isEqualTo(article.get2());
    }

    @Property(tries = 200)
    void an_empty_object_changes_nothing(@ForAll("articles") Tuple2<Story, AdLayout> article) {
        ReadContext context = new ReadContext(article.get1(), article.get2(), Given.ids(), Given.KYIV);
        StoryInput read = StoryJson.read(Given.json("{}"), context);
        assertThat(read.story()).isEqualTo(article.get1());
        assertThat(read.ads()).isEmpty();
        assertThat(read.warnings()).isEqualTo(List.of());
    }
}
