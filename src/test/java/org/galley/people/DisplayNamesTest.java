package org.galley.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisplayNamesTest {
    @Test
    void each_account_is_looked_up_once_whatever_shows_its_name() {
        List<String> asked = new ArrayList<>();
        DisplayNames names = DisplayNames.of(new People() {
            @Override
            public Optional<Account> find(String username) {
                asked.add(username);
                return username.equals("ann")
                        ? Optional.of(new Account("ann", "Ann Other", Set.of()))
                        : Optional.empty();
            }
        });
        for (int i = 0; i < 3; i++) {
            assertThat(names.of("ann")).isEqualTo("Ann Other");
            assertThat(names.of("gone")).isEqualTo("gone");
        }
        assertThat(asked).containsExactly("ann", "gone");
        assertThat(names.of(List.of("ann"))).isEqualTo("Ann Other");
        assertThat(names.of(List.of("cleo", "gone", "ann"))).isEqualTo("cleo, gone and Ann Other");
    }
}
