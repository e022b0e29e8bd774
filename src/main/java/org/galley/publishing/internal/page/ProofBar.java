package org.galley.publishing.internal.page;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a page that is shown before readers have it, so that nobody takes it for published. It is no part of the page:
 * below it stands, byte for byte, what readers would get.
 *
 * @param revision the revision that is shown
 * @param live whether readers have this revision already
 * @param until when the link to it ends
 */
public record ProofBar(int revision, boolean live, Instant until) {
    /** With colours of its own beside those of the site, whose style sheet may know none of these names. */
    static final String STYLE =
            ".proof-bar{padding:.5rem 1.25rem;background:var(--warn-soft,#fdf1e0);color:var(--ink,#1c1a15);"
                    + "font:400 .8125rem/1.45 var(--ui,sans-serif);text-align:center;border-bottom:1px solid var(--line,#ddd7c9)}"
                    + "@media print{.proof-bar{display:none}}";

    private static final Pattern BODY = Pattern.compile("<body[^>]*>");

    public ProofBar {
        Objects.requireNonNull(until, "until");
    }

    /** The page below this bar; a site's template without a body has no place for it. */
    RenderedPage above(RenderedPage page, ReaderText text) {
        Matcher body = BODY.matcher(page.html());
        if (!body.find()) {
            return page;
        }
        String html = page.html();
        return new RenderedPage(html.substring(0, body.end()) + html(text) + html.substring(body.end()));
    }

    private String html(ReaderText text) {
        String words = text.say(live ? "proofLive" : "proof", Integer.toString(revision)) + " "
                + text.say("proofTimes") + " "
                + text.say("proofUntil", text.moment(until).shown());
        return "<aside class=\"proof-bar\">" + words.replace("&", "&amp;").replace("<", "&lt;") + "</aside>";
    }
}
