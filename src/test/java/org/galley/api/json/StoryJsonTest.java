package org.galley.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.galley.api.json.Given.faultsOf;
import static org.galley.api.json.Given.json;
import static org.galley.api.json.Given.newStory;
import static org.galley.api.json.Given.storedStory;
import static org.galley.api.json.Given.violationsOf;

import jakarta.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.galley.api.problem.Problem;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryJsonTest {

    private static Header headerOf(String json) {
        return StoryJson.read(json(json), storedStory()).story().header();
    }

    @Test
    void an_answer_has_the_members_of_the_contract_in_its_order() {
        ReadContext stored = storedStory();
        JsonObject about = json("{'id':'k3','version':4}");
        JsonObject answer = StoryJson.write(about, stored.base(), stored.ads());
        assertThat(answer.keySet())
                .containsExactly(
                        "id",
                        "version",
                        "headline",
                        "standfirst",
                        "bylines",
                        "dateline",
                        "stamp",
                        "section",
                        "slug",
                        "tags",
                        "language",
                        "leadImage",
                        "body",
                        "ads",
                        "wordCount",
                        "readingMinutes");
        assertThat(answer.getJsonObject("leadImage").keySet()).containsExactly("src", "alt", "caption", "credit");
        assertThat(answer.getInt("wordCount")).isEqualTo(3);
        assertThat(answer.getInt("readingMinutes")).isEqualTo(1);
        assertThat(answer.getJsonArray("ads"))
                .hasToString("[{\"id\":\"s1\",\"definition\":\"inline\",\"after\":\"b\",\"pinned\":false,"
                        + "\"state\":\"placed\",\"home\":null}]");
    }

    @Test
    void an_answer_shows_each_kind_of_block_with_its_own_members() {
        List<Block> body = List.of(
                new Block.Paragraph("p", Inline.parse("Gusts of <b>41</b>")),
                new Block.Subheading("h", 3, Inline.of("Later")),
                new Block.Quote("q", Inline.of("So it goes"), "Kurt"),
                new Block.Listing("l", true, List.of(Inline.of("one"), Inline.of("two"))),
                new Block.Image("i", new Picture("/m.jpg", "Waves", "The pier", "A")),
                new Block.Embed("e", "https://example.org/", "A film"));
        assertThat(BodyJson.write(body))
                .isEqualTo(
                        json("""
                        {'body':[
                         {'id':'p','type':'paragraph','html':'Gusts of <strong>41</strong>'},
                         {'id':'h','type':'subheading','html':'Later','level':3},
                         {'id':'q','type':'quote','html':'So it goes','attribution':'Kurt'},
                         {'id':'l','type':'list','html':'one<br>two','ordered':true,'items':['one','two']},
                         {'id':'i','type':'image','html':'','src':'/m.jpg','alt':'Waves','caption':'The pier','credit':'A'},
                         {'id':'e','type':'embed','html':'','url':'https://example.org/','title':'A film'}]}
                        """)
                                .getJsonArray("body"));
    }

    @Test
    void an_answer_may_not_say_what_a_save_would_refuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> StoryJson.write(json("{'mood':1}"), new Story(Header.EMPTY, List.of()), AdLayout.EMPTY));
    }

    @Test
    void a_stamp_is_written_with_its_seconds_even_when_they_are_zero() {
        Header header = headerOf("{'stamp':'2024-12-04T16:28+02:00'}");
        JsonObject answer = StoryJson.write(new Story(header, List.of()), AdLayout.EMPTY);
        assertThat(answer.getString("stamp")).isEqualTo("2024-12-04T16:28:00+02:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-04T16:28:00+02:00, 2024-12-04T16:28:00+02:00",
        "2024-12-04T14:28:00Z, 2024-12-04T14:28:00Z",
        "2024-12-04T14:28:00.123456Z, 2024-12-04T14:28:00Z",
        "2024-12-04T16:28:00, 2024-12-04T16:28:00+02:00",
        "2024-07-04T16:28, 2024-07-04T16:28:00+03:00"
    })
    void a_stamp_comes_with_an_offset_or_as_time_of_the_desk(String given, OffsetDateTime meant) {
        assertThat(headerOf("{'stamp':'" + given + "'}").stamp()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2024-12-04",
                "04.12.2024 16:28",
                "2024-13-04T16:28:00Z",
                "2024-12-04T16:28[Europe/Kyiv]",
                "-0044-03-15T12:00:00Z",
                "+999999999-12-31T23:59:59Z"
            })
    void a_stamp_that_is_no_time_is_refused(String given) {
        assertThat(faultsOf("{'stamp':'" + given + "'}")).containsExactly("/stamp form");
    }

    @Test
    void a_small_script_sends_only_what_it_changes() {
        StoryInput read = StoryJson.read(json("{'headline':'Calm'}"), storedStory());
        assertThat(read.story())
                .isEqualTo(storedStory()
                        .base()
                        .withHeader(storedStory().base().header().withHeadline("Calm")));
        assertThat(read.ads()).isEmpty();
    }

    @Test
    void null_clears_every_member_of_the_header() {
        assertThat(
                        headerOf(
                                """
                        {'headline':null,'standfirst':null,'bylines':null,'dateline':null,'stamp':null,'section':null,
                         'slug':null,'tags':null,'language':null,'leadImage':null}"""))
                .isEqualTo(new Header("", "", List.of(), "", null, "", "", List.of(), "", Picture.NONE));
    }

    @Test
    void a_new_lead_image_does_not_keep_the_credit_of_the_old_one() {
        assertThat(headerOf("{'leadImage':{'src':'/media/2.jpg'}}").leadImage())
                .isEqualTo(new Picture("/media/2.jpg", "", "", ""));
    }

    @Test
    void body_and_ads_are_emptied_by_an_empty_array_and_never_by_null() {
        StoryInput read = StoryJson.read(json("{'body':[],'ads':[]}"), storedStory());
        assertThat(read.story().body()).isEmpty();
        assertThat(read.ads()).contains(AdLayout.EMPTY);
        assertThat(faultsOf("{'body':null,'ads':null}")).containsExactly("/body type", "/ads type");
    }

    @Test
    void what_an_answer_says_beside_the_story_may_come_back_and_counts_for_nothing() {
        String all = "{"
                + String.join(
                        ",",
                        StoryJson.READ_ONLY.stream()
                                .map(n -> "'" + n + "':{'x':1}")
                                .toList()) + "}";
        assertThat(StoryJson.read(json(all), storedStory()).story())
                .isEqualTo(storedStory().base());
        assertThat(StoryJson.READ_ONLY)
                .contains("id", "version", "wordCount", "readingMinutes")
                .hasSize(20);
    }

    @Test
    void every_unknown_member_is_refused_by_name_wherever_it_stands() {
        List<String> faults = faultsOf(
                """
                {'headlin':'x','a/b~c':1,
                 'leadImage':{'source':'x'},
                 'body':[{'type':'paragraph','html':'x','level':2},{'type':'image','width':3}],
                 'ads':[{'definition':'inline','after':null,'size':'big'}]}""");
        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "/headlin unknown-member",
                        "/a~1b~0c unknown-member",
                        "/leadImage/source unknown-member",
                        "/body/0/level unknown-member",
                        "/body/1/width unknown-member",
                        "/ads/0/size unknown-member");
    }

    @Test
    void the_detail_names_the_first_fault_and_how_many_there_are() {
        Problem problem = Given.problemOf(() -> StoryJson.read(json("{'headlin':1,'tags':4}"), newStory()));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail())
                .isEqualTo("2 faults, the first: tags is an array of strings, not a number (at /tags).");
        Problem one = Given.problemOf(() -> StoryJson.read(json("{'headlin':1}"), newStory()));
        assertThat(one.detail()).isEqualTo("there is no member \"headlin\" here (at /headlin).");
    }

    @Test
    void a_member_name_of_a_megabyte_is_not_sent_back() {
        String name = "n".repeat(1_000_000);
        Problem problem = Given.problemOf(() -> StoryJson.read(json("{'" + name + "':1}"), newStory()));
        assertThat(problem.toJson().toString()).hasSizeLessThan(1_000);
    }

    @Test
    void faults_are_all_found_and_the_first_hundred_listed() {
        String names = String.join(
                ",", IntStream.range(0, 250).mapToObj(i -> "'x" + i + "':1").toList());
        Problem problem = Given.problemOf(() -> StoryJson.read(json("{" + names + "}"), newStory()));
        assertThat(problem.violations()).hasSize(100);
        assertThat(problem.toJson().getInt("violationsInAll")).isEqualTo(250);
    }

    @Test
    void values_of_the_wrong_type_are_refused_each_with_its_pointer() {
        assertThat(
                        faultsOf(
                                """
                {'headline':1,'bylines':'Ada','tags':['a',2,null],'stamp':5,'leadImage':'x.jpg','language':[],
                 'body':{'0':1},'ads':'none'}"""))
                .containsExactly(
                        "/headline type",
                        "/bylines type",
                        "/stamp type",
                        "/tags/1 type",
                        "/tags/2 type",
                        "/language type",
                        "/leadImage type",
                        "/body type",
                        "/ads type");
    }

    @Test
    void each_text_has_its_limit() {
        assertThat(violationsOf("{'headline':'" + "é".repeat(301) + "'}").get(0).message())
                .isEqualTo("headline has 301 characters, at most 300 are taken");
        assertThat(headerOf("{'headline':'" + "😀".repeat(300) + "'}").headline())
                .hasSize(600);
        assertThat(faultsOf("{'standfirst':'" + "x".repeat(1001) + "'}")).containsExactly("/standfirst too-long");
        assertThat(faultsOf("{'slug':'" + "x".repeat(101) + "'}")).containsExactly("/slug too-long");
        assertThat(faultsOf("{'tags':['a','" + "x".repeat(101) + "']}")).containsExactly("/tags/1 too-long");
        String tags = String.join(",", Collections.nCopies(51, "'t'"));
        assertThat(faultsOf("{'tags':[" + tags + "]}")).containsExactly("/tags too-many");
    }

    @Test
    void what_is_stored_already_may_come_back_even_over_a_limit() {
        String headline = "x".repeat(400);
        ReadContext stored = storedStory();
        Header header = new Header(
                headline,
                "",
                List.of("y".repeat(400)),
                "",
                null,
                "Old Section",
                "Old_Slug",
                List.of(),
                "",
                Picture.NONE);
        ReadContext context = new ReadContext(stored.base().withHeader(header), stored.ads(), stored.ids(), Given.KYIV);
        StoryInput read = StoryJson.read(StoryJson.write(context.base(), context.ads()), context);
        assertThat(read.story().header()).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Storm", "a b", "-a", "a-", "a--b", "штурм", "a/b", "..", "a_b"})
    void a_slug_or_section_is_plain_letters_digits_and_single_hyphens(String given) {
        assertThat(faultsOf("{'slug':'" + given + "','section':'" + given + "'}"))
                .containsExactly("/section form", "/slug form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "e", "english language", "de-", "123", "toolonglanguage"})
    void a_language_that_is_no_tag_is_refused(String given) {
        assertThat(faultsOf("{'language':'" + given + "'}")).containsExactly("/language form");
    }

    @Test
    void pictures_and_embeds_take_only_addresses_that_are_safe_to_show() {
        assertThat(
                        faultsOf(
                                """
                {'leadImage':{'src':'javascript:alert(1)'},
                 'body':[{'type':'image','src':'data:image/png;base64,AAAA'},{'type':'image','src':'//evil.example/x'},
                         {'type':'embed','url':'/relative'},{'type':'embed','url':'file:///etc/passwd'}]}"""))
                .containsExactly(
                        "/leadImage/src link",
                        "/body/0/src link",
                        "/body/1/src link",
                        "/body/2/url link",
                        "/body/3/url link");
    }

    @Test
    void ads_of_their_own_are_read_alike() {
        AdLayout ads =
                StoryJson.readAds(json("{'ads':[{'definition':'inline','after':'c','pinned':true}]}"), storedStory());
        AdSlot slot = ads.slots().get(0);
        assertThat(slot).isEqualTo(AdSlot.placed(slot.id(), "inline", "c", true));
        assertThat(Given.problemOf(() -> StoryJson.readAds(json("{'slots':[]}"), storedStory()))
                        .violations())
                .extracting(v -> v.pointer() + " " + v.rule())
                .containsExactly("/ads required", "/slots unknown-member");
    }
}
