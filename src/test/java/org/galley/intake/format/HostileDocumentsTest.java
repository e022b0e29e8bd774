package org.galley.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileDocumentsTest {
    private static final NitfFormat NITF = Wire.ready(new NitfFormat());

    private static String nitf(String before, String text) {
        return before + "<nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>" + text
                + "</p></body.content></body></nitf>";
    }

    private static void refused(String document, String code) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThatThrownBy(() -> Wire.read(NITF, document))
                        .isInstanceOf(UnreadableException.class)
                        .extracting(e -> ((UnreadableException) e).code())
                        .isEqualTo(code));
    }

    @Test
    void entities_that_multiply_or_open_files_are_refused() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE nitf [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refused(nitf(laughs.append("]>").toString(), "&l11;"), "entities");
        refused(nitf("<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"), "entities");
        refused(nitf("<!DOCTYPE nitf [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>", "x"), "entities");
        refused(nitf("", "&unknown;"), "entities");
        refused(nitf("<?xml version=\"1.0\"?><!-- [ --><!DOCTYPE nitf PUBLIC \"a\" 'b' [ ]>", "x"), "entities");
    }

    @Test
    void a_document_type_alone_is_neither_fetched_nor_in_the_way() {
        String document = nitf(
                "<!DOCTYPE nitf SYSTEM \"http://127.0.0.1:9/never.dtd\">", "A &mdash; B &amp; C <![CDATA[&nbsp; D]]>");
        assertThat(Wire.read(NITF, document).get(0).body().get(0).text()).isEqualTo("A — B & C &nbsp; D");
    }

    @Test
    void depth_and_number_of_elements_have_an_end() {
        refused(nitf("", "<em>".repeat(100_000) + "</em>".repeat(100_000)), "too-complex");
        refused(nitf("", "<br/>".repeat(1_000_001)), "too-complex");
    }

    @Test
    void wrong_and_damaged_encodings_are_refused_and_not_guessed_at() {
        byte[] latin = nitf("", "Größe").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Wire.read(NITF, latin))
                .extracting(e -> ((UnreadableException) e).code())
                .isEqualTo("wrong-encoding");
        byte[] wide = ("\ufeff" + nitf("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "Größe Київ"))
                .getBytes(StandardCharsets.UTF_16LE);
        assertThat(Wire.read(NITF, wide).get(0).body().get(0).text()).isEqualTo("Größe Київ");
        ImportSource said = new ImportSource(latin, "text/xml; charset=\"ISO-8859-1\"", "");
        assertThat(NITF.read(said).get(0).body().get(0).text()).isEqualTo("Größe");
        assertThatThrownBy(() -> NITF.read(new ImportSource(latin, "text/xml; charset=klingon", "")))
                .extracting(e -> ((UnreadableException) e).code())
                .isEqualTo("encoding-unknown");
    }

    @Test
    void whatever_is_cut_off_or_damaged_is_refused_in_words() {
        Random random = new Random(7);
        for (String name : Wire.names()) {
            byte[] whole = Wire.bytes(name);
            for (int i = 0; i < 60; i++) {
                byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
                readable(name, cut);
                byte[] damaged = whole.clone();
                for (int k = 0; k < 20; k++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                readable(name, damaged);
            }
        }
    }

    /** Either stories or words for a person, never another failure. */
    private static void readable(String name, byte[] bytes) {
        ImportSource source = new ImportSource(bytes, "", name);
        for (ImportFormat format : Wire.formats()) {
            try {
                if (format.recognises(source)) {
                    assertThat(format.read(source)).isNotEmpty();
                }
            } catch (UnreadableException e) {
                assertThat(e.getMessage()).doesNotContain("Exception").endsWith(".");
            }
        }
    }

    @Test
    void scripts_and_handlers_never_come_through_any_format() {
        String bad =
                "<p onclick=\"a()\">x<script>alert(1)</script><a href=\"javascript:b()\">y</a><img src=\"data:text/html,1\" onerror=\"c()\"></p>"
                        + "<svg onload=\"d()\"></svg><iframe srcdoc=\"<script>e()</script>\"></iframe><style>f{}</style><math><mi>g</mi></math>";
        String ninjs = jakarta.json.Json.createObjectBuilder()
                .add("uri", "urn:x")
                .add("headline", "H")
                .add("body_html", bad)
                .build()
                .toString();
        List<ImportedStory> stories = Wire.read(Wire.ready(new NinjsFormat()), ninjs);
        String body = stories.get(0).body().toString();
        assertThat(body).doesNotContain("alert", "javascript", "onclick", "onerror", "onload", "srcdoc", "data:");
    }
}
