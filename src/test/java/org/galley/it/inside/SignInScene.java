package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.galley.people.Account;
import org.galley.people.ApiTokens;
import org.galley.people.Role;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.ContentHash;
import org.junit.jupiter.api.Test;

/** Names, passwords, tokens, and how guessing them is slowed down. */
public interface SignInScene extends Scene {
    int FAILURES = 8;
    int PER_ACCOUNT = 10;

    @Test
    default void failures_at_the_same_instant_are_all_counted() {
        Callable<Boolean> wrong =
                newsroom().acting(Newsroom.NOBODY, () -> attempt("simultaneous", "guess", "192.0.2.1"));
        assertThat(newsroom().together(Collections.nCopies(FAILURES, wrong))).containsOnly(false);
        assertThat(failures("account:simultaneous")).containsExactly(String.valueOf(FAILURES));
        assertThat(failures("address:192.0.2.1")).containsExactly(String.valueOf(FAILURES));
    }

    @Test
    default void an_account_is_throttled_after_ten_failures_even_with_the_right_password() {
        for (int i = 0; i < PER_ACCOUNT; i++) {
            assertThat(tried("journalist2", "guess", "192.0.2.2")).isFalse();
        }
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> tried("journalist2", "demo", "192.0.2.3"));
        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.TOO_MANY);
        newsroom()
                .sql("update sign_in_throttle set window_start = window_start - interval '15' minute"
                        + " where subject = 'account:journalist2'");
        assertThat(tried("journalist2", "demo", "192.0.2.3")).isTrue();
        assertThat(failures("account:journalist2")).isEmpty();
    }

    @Test
    default void an_address_is_throttled_whatever_names_it_tries() {
        newsroom()
                .sql("insert into sign_in_throttle (subject, failures, window_start)"
                        + " values ('address:192.0.2.4', 50, current_timestamp)");
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> tried("editor", "demo", "192.0.2.4"));
        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.TOO_MANY);
        assertThat(tried("editor", "demo", "192.0.2.5")).isTrue();
    }

    @Test
    default void passwords_are_kept_as_pbkdf2_with_at_least_210_000_iterations() {
        newsroom().as(Newsroom.NOBODY, () -> services()
                .people
                .add("of-a-day", "Of a Day", "demo, or not".toCharArray(), Set.of(Role.JOURNALIST)));
        String[] parts = newsroom()
                .rows("select password_hash from person where username = ?", "of-a-day")
                .get(0)
                .split(":", -1);
        newsroom().sql("delete from person where username = 'of-a-day'");
        assertThat(parts[0]).isEqualTo("PBKDF2WithHmacSHA512");
        assertThat(Integer.parseInt(parts[1])).isGreaterThanOrEqualTo(210_000);
    }

    @Test
    default void no_two_passwords_have_one_hash_even_if_they_are_the_same() {
        List<String> kept = newsroom().rows("select password_hash from person");
        assertThat(kept).hasSizeGreaterThanOrEqualTo(6).doesNotHaveDuplicates();
        assertThat(kept).allSatisfy(hash -> assertThat(hash).startsWith("PBKDF2WithHmacSHA512:"));
        assertThat(kept).noneSatisfy(hash -> assertThat(hash).contains("demo"));
    }

    @Test
    default void a_token_is_kept_as_its_hash_only() {
        Account editor = newsroom()
                .as(Newsroom.NOBODY, () -> services().people.find("editor").orElseThrow());
        ApiTokens.Issued issued =
                newsroom().as(Newsroom.NOBODY, () -> services().tokens.issue(editor));
        List<String> kept = newsroom().rows("select token_hash from api_token");
        assertThat(kept).contains(ContentHash.of(issued.token()).hex());
        assertThat(kept).noneMatch(hash -> hash.contains(issued.token()));
        assertThat(issued.toString()).doesNotContain(issued.token());
        assertThat(newsroom().as(Newsroom.NOBODY, () -> services().tokens.authenticate(issued.token())))
                .contains(editor);
        newsroom()
                .sql(
                        "update api_token set expires_at = current_timestamp where token_hash = ?",
                        ContentHash.of(issued.token()).hex());
        assertThat(newsroom().as(Newsroom.NOBODY, () -> services().tokens.authenticate(issued.token())))
                .isEmpty();
    }

    private boolean tried(String username, String password, String address) {
        return newsroom().as(Newsroom.NOBODY, () -> attempt(username, password, address));
    }

    private boolean attempt(String username, String password, String address) {
        return services()
                .signIn
                .attempt(username, password.toCharArray(), address)
                .isPresent();
    }

    private List<String> failures(String subject) {
        return newsroom().rows("select failures from sign_in_throttle where subject = ?", subject);
    }
}
