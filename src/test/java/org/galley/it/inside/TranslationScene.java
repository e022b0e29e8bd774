package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.TranslationLine;
import org.galley.story.Header;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** Which articles say the same in other languages; what readers' pages make of it is tried by {@code ReaderEdges}. */
public interface TranslationScene extends WorkflowScene {

    private long written(String language) {
        Header empty = Header.EMPTY.withHeadline("Translated " + language);
        Header header =
                new Header(empty.headline(), "", List.of(), "", null, "", "", List.of(), language, empty.leadImage());
        Story story = Scene.story("", "One.");
        return created("journalist", story.withHeader(header)).id();
    }

    private void links(String person, long article, Long other) {
        newsroom().does(person, () -> services().translations.link(article, other));
    }

    private List<Long> of(long article) {
        return newsroom().as("editor", () -> services().translations.of(article)).stream()
                .map(TranslationLine::article)
                .toList();
    }

    private RefusedException refused(String person, long article, Long other) {
        return catchThrowableOfType(RefusedException.class, () -> links(person, article, other));
    }

    @Test
    default void being_a_translation_is_mutual_and_holds_for_the_whole_group() {
        long en = written("en");
        long uk = written("uk");
        long de = written("de");
        links("journalist", uk, en);
        links("journalist", de, uk);
        assertThat(of(en)).containsExactly(uk, de);
        assertThat(of(uk)).containsExactly(en, de);
        assertThat(of(de)).containsExactly(en, uk);
    }

    @Test
    default void whoever_leaves_a_group_takes_nobody_along_and_can_begin_another() {
        long en = written("en");
        long uk = written("uk");
        long de = written("de");
        links("journalist", uk, en);
        links("journalist", de, en);
        // The group is named after this one.
        links("journalist", en, null);
        assertThat(of(en)).isEmpty();
        assertThat(of(uk)).containsExactly(de);
        long fr = written("fr");
        links("journalist", fr, en);
        assertThat(of(en)).containsExactly(fr);
        assertThat(of(uk)).containsExactly(de);
        links("journalist", de, fr);
        assertThat(of(uk)).isEmpty();
        assertThat(of(en)).containsExactlyInAnyOrder(de, fr);
    }

    @Test
    default void a_group_has_each_language_once() {
        long en = written("en");
        long uk = written("uk");
        links("journalist", uk, en);
        RefusedException refused = refused("journalist", written("en"), uk);
        assertThat(refused.fields()).extracting("field").containsExactly("translationOf");
        assertThat(refused.getMessage()).contains("Article " + en);
        assertThat(refused("journalist", en, en).kind()).isEqualTo(RefusedException.Kind.INVALID);
        assertThat(refused("journalist", en, Long.MAX_VALUE).kind()).isEqualTo(RefusedException.Kind.INVALID);
        assertThat(of(en)).containsExactly(uk);
    }

    @Test
    default void only_who_may_write_an_article_says_whose_translation_it_is() {
        long en = written("en");
        long uk = written("uk");
        for (String person : List.of("journalist2", "admanager", "admin")) {
            assertThat(refused(person, uk, en).kind()).as(person).isEqualTo(RefusedException.Kind.FORBIDDEN);
        }
        assertThat(refused(Newsroom.NOBODY, uk, en).kind()).isEqualTo(RefusedException.Kind.FORBIDDEN);
        links("editor", uk, en);
        assertThat(of(en)).containsExactly(uk);
    }
}
