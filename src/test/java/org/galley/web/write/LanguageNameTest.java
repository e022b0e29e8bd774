package org.galley.web.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The languages that a story can be in, as the screen offers them. */
class LanguageNameTest {
    @Test
    void languages_stand_in_the_order_of_their_names_and_the_storys_own_among_them() {
        List<String> names =
                LanguageName.around("cy").stream().map(LanguageName::name).toList();
        assertThat(names).isSorted().contains("Welsh", "German", "Ukrainian").startsWith("Arabic");
        assertThat(LanguageName.around("de"))
                .filteredOn(one -> one.tag().equals("de"))
                .hasSize(1);
    }
}
