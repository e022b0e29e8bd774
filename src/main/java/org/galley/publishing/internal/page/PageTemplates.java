package org.galley.publishing.internal.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds the templates and the style sheet of the reader's pages: Galley's own, each replaceable by a site's file of that name.
 *
 * <p>Every value is escaped for HTML unless its template says otherwise, and a name that a page does not have is an error, so
 * a mistyped override fails instead of losing text. Templates are read once; thread-safe.
 */
public final class PageTemplates {
    private static final String CLASS_PATH = "/org/galley/publishing/page/";
    private static final String STYLE = "reader.css";
    /** Added after Galley's own style, so that a site can change a colour without taking over the whole sheet. */
    private static final String SITE_STYLE = "site.css";

    private final Path overrides;
    private final Mustache.Compiler compiler;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final String style;

    private PageTemplates(Path overrides) {
        this.overrides = overrides;
        this.compiler = Mustache.compiler()
                // Attributes always stand in quotes here, so five characters are all that can leave a value.
                .withEscaper(Escapers.simple(
                        new String[][] {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}
                        }))
                .emptyStringIsFalse(true)
                .strictSections(true)
                .withLoader(name -> open(name + ".mustache"));
        this.style = compact(read(STYLE) + (exists(SITE_STYLE) ? read(SITE_STYLE) : ""));
    }

    /** Galley's own templates. */
    public static PageTemplates standard() {
        return new PageTemplates(null);
    }

    /**
     * Galley's own templates, except where the folder has a file of the same name.
     *
     * @param folder may hold {@code *.mustache}, {@code reader.css}, and {@code site.css}, which is added to the style
     * @throws IllegalArgumentException if a style sheet there could end the style element
     */
    public static PageTemplates overriddenBy(Path folder) {
        return new PageTemplates(folder);
    }

    /** Whether a file of this name in a site's folder changes anything. */
    public static boolean isKnown(String file) {
        return file.equals(SITE_STYLE)
                || ((file.equals(STYLE) || file.endsWith(".mustache"))
                        && PageTemplates.class.getResource(CLASS_PATH + file) != null);
    }

    /** The compact style sheet of all pages. */
    String style() {
        return style;
    }

    RenderedPage render(String template, Object view) {
        String html = compiled.computeIfAbsent(template, this::compile).execute(view);
        // Parts of a template that do not apply leave empty lines; a story of hundreds of blocks would carry thousands.
        return new RenderedPage(html.replaceAll("\\n{2,}", "\n"));
    }

    private Template compile(String name) {
        try (Reader source = open(name + ".mustache")) {
            return compiler.compile(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reader open(String file) {
        return new StringReader(read(file));
    }

    private boolean exists(String file) {
        return overrides != null && Files.isRegularFile(overrides.resolve(file));
    }

    private String read(String file) {
        try {
            if (exists(file)) {
                return Files.readString(overrides.resolve(file));
            }
            try (InputStream own = PageTemplates.class.getResourceAsStream(CLASS_PATH + file)) {
                if (own == null) {
                    throw new IllegalArgumentException("there is no template file " + file);
                }
                return new String(own.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template file " + file, e);
        }
    }

    /** Drops comments and white space that no browser needs: the sheet travels with every page. */
    private static String compact(String css) {
        String compact = css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .replaceAll(": ", ":")
                .replace(";}", "}")
                .strip();
        if (compact.toLowerCase(Locale.ROOT).contains("</style")) {
            throw new IllegalArgumentException("a style sheet of the reader's pages would end its own element");
        }
        return compact;
    }
}
