package org.galley.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** What can be picked in a comparison, and on which side ad slots and texts stand. */
class ComparisonTest {
    private static Block text(String id, String words) {
        return new Block.Paragraph(id, Inline.of(words));
    }

    private static Story story(Block... body) {
        return new Story(Header.EMPTY, Arrays.asList(body));
    }

    private static Comparison between(Story from, Story to) {
        return Comparison.between(from, AdLayout.EMPTY, to, AdLayout.EMPTY);
    }

    /** What is said of each row with an ad slot, on either side. */
    private static List<String> slots(Story story, AdLayout from, AdLayout to, Function<ComparedRow, String> said) {
        return Comparison.between(story, from, story, to).rows().stream()
                .filter(ComparedRow::isSlot)
                .map(row -> row.key() + said.apply(row))
                .toList();
    }

    private static List<String> picks(Story from, Story to) {
        return between(from, to).rows().stream()
                .map(row -> row.key() + " " + row.op() + ": " + row.picks())
                .toList();
    }

    @Test
    void whatever_is_not_as_it_was_can_be_picked_a_mere_move_as_well() {
        Story from = story(text("a", "One."), text("b", "Two is longer."), text("c", "Three."), text("d", "Four."));
        Story to =
                story(text("b", "Two is longer."), text("a", "One."), text("c", "Three, edited."), text("n", "Newer."));
        assertThat(picks(from, to))
                .containsExactly(
                        "a stood: ", "b equal: ", "a moved: a", "c edited: c", "d deleted: d", "n inserted: n");
    }

    @Test
    void what_was_split_or_joined_is_picked_once_with_all_its_parts() {
        Story whole = story(text("a", "The storm hit at noon. Power failed at once."));
        Story parts = story(text("a", "The storm hit at noon."), text("n", "Power failed at once."));
        assertThat(picks(whole, parts)).containsExactly("a split: a n", "n split: ");
        assertThat(picks(parts, whole)).containsExactly("a joined: a n", "n joined: ");
    }

    @Test
    void a_block_that_came_back_with_another_id_is_picked_with_both() {
        assertThat(picks(
                        story(text("a", "The storm hit the coast at noon.")),
                        story(text("x", "The storm hit the coast at night."))))
                .containsExactly("x edited: a x");
    }

    @Test
    void an_ad_slot_stands_on_the_side_where_it_is() {
        Story story = story(text("a", "One."), text("b", "Two."), text("c", "Three."));
        AdLayout from = new AdLayout(List.of(
                AdSlot.placed("kept", "inline", "a", false),
                AdSlot.placed("gone", "inline", "b", false),
                AdSlot.placed("moved", "inline", "b", false)));
        AdLayout to = new AdLayout(List.of(
                AdSlot.placed("kept", "inline", "a", false),
                AdSlot.placed("moved", "inline", "c", false),
                AdSlot.placed("new", "inline", "c", false)));
        assertThat(slots(
                        story, from, to, row -> (row.isOldSide() ? " before" : "") + (row.isNewSide() ? " after" : "")))
                .containsExactlyInAnyOrder("kept before after", "gone before", "moved after", "new after");
    }

    @Test
    void an_unchanged_standfirst_is_shown_as_it_is_and_a_changed_one_among_the_changes() {
        Story from = headed("Tests <held> through the storm.");
        Comparison same = Comparison.between(from, AdLayout.EMPTY, from, AdLayout.EMPTY);
        assertThat(same.standfirst()).isEqualTo("Tests &lt;held&gt; through the storm.");
        assertThat(same.fields()).isEmpty();
        assertThat(same.isSame()).isTrue();
        Comparison other = Comparison.between(from, AdLayout.EMPTY, headed("Tests failed."), AdLayout.EMPTY);
        assertThat(other.standfirst()).isEmpty();
        assertThat(other.fields()).extracting(ComparedField::name).containsExactly("standfirst");
        assertThat(Comparison.between(headed(""), AdLayout.EMPTY, headed(""), AdLayout.EMPTY)
                        .standfirst())
                .isEmpty();
    }

    private static Story headed(String standfirst) {
        Header none = Header.EMPTY;
        return new Story(
                new Header("H", standfirst, List.of(), "", null, "", "", List.of(), "en", none.leadImage()), List.of());
    }

    private static List<String> badges(Block before, Block after) {
        return Comparison.between(story(before), AdLayout.EMPTY, story(after), AdLayout.EMPTY).rows().stream()
                .flatMap(row -> row.badges().stream())
                .map(Badge::text)
                .toList();
    }

    @Test
    void a_change_of_formatting_alone_is_called_so_and_any_other_an_edit() {
        Block plain = text("a", "The storm hit at noon.");
        Block bold = new Block.Paragraph("a", Inline.parse("The <strong>storm</strong> hit at noon."));
        Block both = new Block.Paragraph("a", Inline.parse("The <strong>storm</strong> hit at ten."));
        assertThat(badges(plain, bold)).containsExactly("formatting");
        assertThat(badges(bold, plain)).containsExactly("formatting");
        assertThat(badges(plain, both)).containsExactly("edited");
        assertThat(badges(plain, text("a", "The storm hit at ten."))).containsExactly("edited");
        assertThat(badges(text("a", "Storm"), new Block.Subheading("a", 2, Inline.of("Storm"))))
                .containsExactly("edited");
    }

    private static List<String> older(Story from, Story to) {
        return between(from, to).rows().stream()
                .map(ComparedRow::before)
                .filter(text -> !text.isEmpty())
                .map(text -> text.replaceAll("<[^>]*>", ""))
                .toList();
    }

    @Test
    void the_older_text_beside_the_newer_is_what_it_was() {
        Story from = story(
                text("a", "The storm hit at noon. Power failed at once."),
                text("c", "Three."),
                text("b", "Two is longer."),
                text("d", "Four was here, and five."),
                text("e", "Six."));
        Story to = story(
                text("a", "The storm hit at noon."),
                text("n", "Power failed at once."),
                text("b", "Two is longer. Four was here, and five."),
                text("e", "Six."),
                text("c", "Three."));
        assertThat(older(from, to))
                .containsExactly(
                        "The storm hit at noon. Power failed at once.",
                        "Three.",
                        "Two is longer.",
                        "Four was here, and five.",
                        "Six.");
        assertThat(between(from, to).rows().stream()
                        .filter(ComparedRow::isGhost)
                        .map(row -> row.key() + " " + row.badges().get(0).text()))
                .containsExactly("c stood here, now block 5");
    }

    @Test
    void a_comparison_is_read_from_the_side_of_the_storys_language() {
        Story english = story(text("a", "One."));
        Story arabic = new Story(Header.EMPTY.withLanguage("ar"), List.of(text("a", "BBC")));
        Comparison comparison = between(english, arabic);
        assertThat(comparison.directionBefore()).isEqualTo("ltr");
        assertThat(comparison.direction()).isEqualTo("rtl");
    }

    @Test
    void only_a_slot_that_is_pinned_was_moved_by_hand() {
        Story story = story(text("a", "One."), text("b", "Two."));
        AdLayout from = new AdLayout(
                List.of(AdSlot.placed("x", "inline", "a", true), AdSlot.placed("y", "inline", "a", false)));
        AdLayout to = new AdLayout(
                List.of(AdSlot.placed("x", "inline", "b", true), AdSlot.placed("y", "inline", "b", false)));
        assertThat(slots(story, from, to, row -> ": " + row.badges().get(0).text()))
                .containsExactly("x: moved by hand, stood after block 1", "y: placed elsewhere, stood after block 1");
    }

    @Test
    void the_texts_side_by_side_stand_in_their_own_elements() {
        Block bullets = new Block.Listing("l", false, List.of(Inline.of("one")));
        Block numbers = new Block.Listing("l", true, List.of(Inline.of("one")));
        ComparedRow row = between(story(bullets), story(numbers)).rows().get(0);
        assertThat(row.before()).isEqualTo("<ul><li>one</li></ul>");
        assertThat(row.after()).isEqualTo("<ol><li>one</li></ol>");
    }

    private static List<String> said(List<ComparedField> fields) {
        return fields.stream()
                .map(field -> field.label() + ": " + field.after())
                .toList();
    }

    private static List<String> shown(List<ComparedPicture> pictures) {
        return pictures.stream()
                .map(one -> one.at("/desk") + (one.before() ? " before" : "") + (one.after() ? " after" : ""))
                .toList();
    }

    @Test
    void a_picture_and_what_is_said_of_it_is_shown_as_readers_get_it() {
        Picture bridge = new Picture("/media/bridge.jpg", "A <bridge>", "At noon", "Ann");
        Story from = new Story(
                Header.EMPTY.withLeadImage(bridge),
                List.of(new Block.Image("i", bridge), new Block.Quote("q", Inline.of("Yes."), "The mayor")));
        List<ComparedRow> same = between(from, from).rows();
        assertThat(shown(same.get(0).pictures())).containsExactly("/desk/media/bridge.jpg before after");
        assertThat(said(same.get(0).details()))
                .containsExactly("What it shows: A &lt;bridge&gt;", "Caption: At noon", "Credit: Ann");
        assertThat(said(same.get(1).details())).containsExactly("Said by: The mayor");
        assertThat(shown(between(from, from).leadPictures())).containsExactly("/desk/media/bridge.jpg before after");
        assertThat(between(from, from).leadDetails()).hasSize(3);

        Picture tower = new Picture("https://example.org/tower.jpg", "A tower", "At noon", "Ann");
        Story to = new Story(
                Header.EMPTY.withLeadImage(tower),
                List.of(new Block.Quote("q", Inline.of("Yes."), "The major"), new Block.Image("i", tower)));
        Comparison changed = between(from, to);
        assertThat(shown(changed.leadPictures()))
                .containsExactly("/desk/media/bridge.jpg before", "https://example.org/tower.jpg after");
        assertThat(said(changed.leadDetails()))
                .as("what changed stands among the changed fields")
                .containsExactly("Picture caption: At noon", "Picture credit: Ann");
        ComparedRow picture = changed.rows().stream()
                .filter(row -> row.key().equals("i") && !row.isGhost())
                .findFirst()
                .orElseThrow();
        assertThat(picture.details())
                .filteredOn(field -> field.name().equals("alt"))
                .singleElement()
                .satisfies(field -> assertThat(field.html()).contains("<del>", "<ins>"));
    }
}
