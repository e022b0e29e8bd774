package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Signs in by the form as a browser does, but looks at every header on the way. */
final class SignInPage {
    private SignInPage() {}

    /**
     * @param plantedCookie the session's cookie as it was before sign-in, {@code name=value}
     * @param setCookie the whole {@code Set-Cookie} header of the answer to the sign-in
     */
    record SignedIn(String plantedCookie, String setCookie, String location) {
        /** The cookie to send, {@code name=value}. */
        String cookie() {
            return setCookie.split(";", 2)[0];
        }
    }

    static Http.Answer opened(URI base, HttpClient client) {
        return Http.nobody(base).over(client).get("sign-in").expect(200);
    }

    static SignedIn signIn(URI base, HttpClient client, String username, String password) {
        Http.Answer page = opened(base, client);
        String planted = page.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        Http.Answer answer =
                submitted(base, client, page, planted, username, password).expect(302);
        return new SignedIn(
                planted,
                answer.header("Set-Cookie").orElseThrow(),
                answer.header("Location").orElseThrow());
    }

    /** Gives a browser the session of a new sign-in, so that only tests of the sign-in itself wait for its screens. */
    static void signIn(BrowserContext context, URI base, String account) {
        String header =
                signIn(base, HttpClient.newHttpClient(), account, "demo").setCookie();
        HttpCookie session = HttpCookie.parse(header).get(0);
        context.addCookies(List.of(new Cookie(session.getName(), session.getValue())
                .setDomain(base.getHost())
                .setPath(session.getPath())
                .setHttpOnly(session.isHttpOnly())));
    }

    /** Presses "Sign out" on the desk. */
    static void signOut(URI base, HttpClient client, String cookie) {
        Http.Answer page = Http.nobody(base)
                .over(client)
                .with("Cookie", cookie)
                .get("desk")
                .expect(200);
        sent(base, client, "desk", cookie, fields(page, "form#session")).expect(302);
    }

    /** Presses a button of a screen's form, with another value in one of its fields. */
    static Http.Answer pressed(URI base, String cookie, String path, String button, String field, String value) {
        HttpClient client = HttpClient.newHttpClient();
        Http.Answer page =
                Http.nobody(base).over(client).with("Cookie", cookie).get(path).expect(200);
        Map<String, String> fields = fields(page, "form#" + button.substring(0, button.indexOf(':')));
        fields.put(button, "");
        fields.put(field, value);
        return sent(base, client, path, cookie, fields);
    }

    private static Map<String, String> fields(Http.Answer page, String form) {
        Document document = Jsoup.parse(page.body());
        Map<String, String> fields = new HashMap<>();
        for (Element input : document.expectFirst(form).select("input[name]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        // What PrimeFaces' script adds to a form when it is sent.
        fields.put("primefaces.nonce", document.expectFirst("script[nonce]").attr("nonce"));
        return fields;
    }

    static Http.Answer submitted(
            URI base, HttpClient client, Http.Answer page, String cookie, String username, String password) {
        Map<String, String> fields = fields(page, "form");
        assertThat(fields).containsKeys("signIn:username", "signIn:password", "jakarta.faces.ViewState");
        fields.put("signIn:username", username);
        fields.put("signIn:password", password);
        return sent(base, client, "sign-in", cookie, fields);
    }

    private static Http.Answer sent(
            URI base, HttpClient client, String path, String cookie, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return Http.nobody(base)
                .over(client)
                .with("Cookie", cookie)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(body));
    }

    static String viewState(Http.Answer page) {
        return Jsoup.parse(page.body())
                .expectFirst("input[name=jakarta.faces.ViewState]")
                .attr("value");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
