package org.galley.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.api.json.Given.problemOf;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @Test
    void a_version_has_a_strong_tag() {
        assertThat(EntityTags.of(17)).isEqualTo("\"v17\"");
    }

    @Property
    void the_tag_of_a_version_names_it(@ForAll @LongRange(max = 999_999_999_999_999_999L) long version) {
        assertThat(EntityTags.baseVersion(EntityTags.of(version), version)).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"v17\" | 17",
                "\"v3\" | 3",
                "* | 20",
                " * | 20",
                "\"v3\", \"v17\",\"v5\" | 17",
                "\"v3\", \"v99\" | 3",
                "W/\"v17\", \"v4\" | 4",
                "\"other\", \"v4\" | 4",
                "\"a,b\", \"v4\" | 4",
                ", \"v4\" ,, | 4",
                "\"\", \"v0\" | 0"
            })
    void the_client_names_the_version_from_which_it_started(String ifMatch, long base) {
        assertThat(EntityTags.baseVersion(ifMatch, 20)).isEqualTo(base);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void without_the_header_nothing_is_saved(String ifMatch) {
        assertThat(problemOf(() -> EntityTags.baseVersion(ifMatch, 20)).status())
                .isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"W/\"v17\"", "\"v21\"", "\"17\"", "\"v017\"", "\"v-1\"", "\"\"", "\"v99999999999999999999\""})
    void a_tag_that_names_no_version_of_this_resource_does_not_match(String ifMatch) {
        assertThat(problemOf(() -> EntityTags.baseVersion(ifMatch, 20)).status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v17",
                "17",
                "\"v17",
                "v17\"",
                "\"v17\" \"v18\"",
                "*, \"v17\"",
                "\"v17\", *",
                "w/\"v17\"",
                "\"v 1\"",
                ","
            })
    void a_header_that_is_no_list_of_tags_is_refused(String ifMatch) {
        assertThat(problemOf(() -> EntityTags.baseVersion(ifMatch, 20)).status())
                .isEqualTo(400);
    }

    @Test
    void a_header_of_any_length_is_refused_at_once() {
        assertThat(problemOf(() -> EntityTags.baseVersion("\"v1\",".repeat(10_000), 20))
                        .status())
                .isEqualTo(400);
        assertThat(problemOf(() -> EntityTags.baseVersion(" , ".repeat(10_000), 20))
                        .status())
                .isEqualTo(400);
    }
}
