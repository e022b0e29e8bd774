package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ways into the desk and what guards them, over HTTP as a browser speaks it. */
interface DeskEdges {
    String ARTICLES = "api/v1/articles";

    URI base();

    /** The path of a new article. */
    String created(String headline);

    @Test
    default void signing_in_changes_the_session_and_guards_its_cookie() {
        HttpClient client = HttpClient.newHttpClient();
        SignInPage.SignedIn signedIn = SignInPage.signIn(base(), client, "editor", "demo");
        assertThat(signedIn.cookie()).isNotEqualTo(signedIn.plantedCookie());
        assertThat(signedIn.location()).endsWith("/galley/desk");
        assertThat(signedIn.setCookie())
                .containsIgnoringCase("; HttpOnly")
                .containsIgnoringCase("; SameSite=Lax")
                .doesNotContainIgnoringCase("; Secure");
        assertThat(Http.nobody(base())
                        .with("Cookie", signedIn.cookie())
                        .get("desk")
                        .expect(200)
                        .header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        // Whoever planted the old cookie is not signed in by it.
        assertThat(Http.nobody(base())
                        .with("Cookie", signedIn.plantedCookie())
                        .get("desk")
                        .expect(302)
                        .header("Location")
                        .orElseThrow())
                .contains("/sign-in?to=");
    }

    @Test
    default void a_wrong_password_says_so_and_signs_nobody_in() {
        HttpClient client = HttpClient.newHttpClient();
        Http.Answer page = SignInPage.opened(base(), client);
        String cookie = page.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        Http.Answer answer = SignInPage.submitted(base(), client, page, cookie, "nobody-at-all", "wrong");
        assertThat(answer.expect(200).body()).contains("do not belong together");
        Http.nobody(base()).with("Cookie", cookie).get("desk").expect(302);
    }

    @Test
    default void a_form_that_a_page_cannot_have_sent_is_answered_by_a_page_that_says_what_to_do() {
        HttpClient client = HttpClient.newHttpClient();
        Http.Answer page = SignInPage.opened(base(), client);
        String cookie = page.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        Http.Answer answer = Http.nobody(base())
                .with("Cookie", cookie)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "sign-in",
                        "signIn=signIn&primefaces.nonce=forged&jakarta.faces.ViewState="
                                + SignInPage.viewState(page).replace(":", "%3A"));
        assertThat(answer.expect(409).body()).contains("<h1>").doesNotContain("CspException");
        assertGuarded(answer);
    }

    @Test
    default void a_session_counts_in_the_api_only_from_the_desks_own_pages() {
        SignInPage.SignedIn signedIn = SignInPage.signIn(base(), HttpClient.newHttpClient(), "journalist", "demo");
        Http session = Http.nobody(base()).with("Cookie", signedIn.cookie());
        Http desk = session.with("X-Galley", "1");
        desk.get(ARTICLES).expect(200);
        JsonObject story =
                Json.createObjectBuilder().add("headline", "By session").build();
        session.json("POST", ARTICLES, story).problem(401);
        desk.json("POST", ARTICLES, story).expect(201);
        session.with("X-Galley", "0").json("POST", ARTICLES, story).problem(401);
    }

    @Test
    default void every_answer_guards_the_browser_that_gets_it() {
        String cookie = SignInPage.signIn(base(), HttpClient.newHttpClient(), "editor", "demo")
                .cookie();
        Http desk = Http.nobody(base()).with("Cookie", cookie);
        Http editor = Http.person(base(), "editor");
        String id = created("Guarded").replaceAll(".*/", "");
        for (String screen :
                List.of("sign-in", "desk", "import", "write/" + id, "history/" + id, "ads/" + id, "review/" + id)) {
            Http.Answer answer = desk.get(screen).expect(200);
            assertGuarded(answer);
            String policy = String.join("; ", answer.response().headers().allValues("Content-Security-Policy"));
            assertThat(policy)
                    .as(screen)
                    .contains("frame-ancestors 'none'")
                    .contains("object-src 'none'")
                    .contains("base-uri 'self'");
            assertThat(scripts(policy)).as(screen).isNotEmpty().doesNotContain("unsafe-inline", "*", "unsafe-eval");
        }
        for (String path : List.of(ARTICLES, ARTICLES + "/" + id, "api/v1/content", "api/v1/nope", "api/nope")) {
            Http.Answer answer = editor.get(path);
            assertGuarded(answer);
            assertThat(answer.header("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
        }
        assertGuarded(Http.nobody(base()).get("news/world/no-such-story").expect(404));
        assertGuarded(Http.nobody(base()).get("no-such-screen").expect(404));
    }

    /** The words of the policy's rule for scripts. */
    private static List<String> scripts(String policy) {
        return Arrays.stream(policy.split(";"))
                .map(String::strip)
                .filter(rule -> rule.startsWith("script-src "))
                .flatMap(rule -> Arrays.stream(rule.replace("'", "").split(" ")))
                .toList();
    }

    private static void assertGuarded(Http.Answer answer) {
        String what = answer.response().uri().toString();
        assertThat(answer.header("X-Content-Type-Options")).as(what).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).as(what).contains(what.contains("/news/") ? "SAMEORIGIN" : "DENY");
        assertThat(answer.header("Referrer-Policy")).as(what).isPresent();
        assertThat(answer.header("X-Powered-By")).as(what).isEmpty();
    }
}
