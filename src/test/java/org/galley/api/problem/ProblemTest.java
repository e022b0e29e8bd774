package org.galley.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void a_document_has_the_members_of_rfc_9457_then_its_own() {
        Problem problem = Problem.of(ProblemType.INVALID)
                .detail("No.")
                .instance(URI.create("urn:galley:incident:1"))
                .violation(new Violation("/a", "it is wrong", Rules.FORM))
                .extension("revision", 7)
                .build();
        assertThat(problem.toJson())
                .hasToString(
                        "{\"type\":\"urn:galley:problem:invalid\",\"title\":\"Fields are at fault\",\"status\":400,"
                                + "\"detail\":\"No.\",\"instance\":\"urn:galley:incident:1\","
                                + "\"violations\":[{\"pointer\":\"/a\",\"message\":\"it is wrong\",\"rule\":\"form\"}],"
                                + "\"revision\":7}");
    }

    @Test
    void what_says_nothing_is_left_out() {
        assertThat(Problem.ofStatus(404).build().toJson())
                .hasToString("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}");
    }

    @Test
    void a_status_alone_is_titled_with_its_own_words() {
        assertThat(Problem.ofStatus(428).build().title()).isEqualTo("Precondition Required");
        assertThat(Problem.ofStatus(422).build().title()).isEqualTo("Unprocessable Content");
        assertThat(Problem.ofStatus(499).build().title()).isEqualTo("Status 499");
    }

    @Test
    void an_extension_cannot_take_the_place_of_a_member() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problem.ofStatus(400).extension("status", 200).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problem.ofStatus(302).build());
        assertThatIllegalArgumentException().isThrownBy(() -> new Violation("a", "m", "r"));
    }

    @Test
    void kinds_of_problem_have_keys_of_their_own_and_stable_names() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::key))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]+(-[a-z]+)*"));
        assertThat(ProblemType.PRECONDITION_REQUIRED.uri()).hasToString("urn:galley:problem:precondition-required");
    }
}
