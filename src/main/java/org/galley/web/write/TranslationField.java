package org.galley.web.write;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.TranslationLine;
import org.galley.publishing.Translations;
import org.galley.web.shell.Refusals;
import org.galley.web.shell.Texts;
import org.omnifaces.cdi.Param;

/** The field on Write that says whose translation a story is; it is kept at once, apart from the text. */
@Named
@RequestScoped
public class TranslationField {
    /** A number, or an address on the desk that ends with one. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*/)?#?([1-9][0-9]{0,17})(?:[?#].*)?");

    @Inject
    @Param(pathIndex = 0)
    private Long id;

    @Inject
    private Translations translations;

    @Inject
    private Texts texts;

    @Inject
    private FacesContext faces;

    private String other = "";
    private List<TranslationLine> lines;

    public void link() {
        Matcher number = NUMBER.matcher(other.strip());
        if (number.matches()) {
            keep(Long.valueOf(number.group(1)));
        } else {
            Refusals.show(
                    faces, RefusedException.invalid("translationOf", texts.of("write", "translation.number")), "story");
        }
    }

    public void unlink() {
        keep(null);
    }

    private void keep(Long of) {
        try {
            translations.link(id, of);
            other = "";
            lines = null;
        } catch (RefusedException refusal) {
            Refusals.show(faces, refusal, "story");
        }
    }

    public List<TranslationLine> getLines() {
        if (lines == null) {
            lines = translations.of(id);
        }
        return lines;
    }

    public String getOther() {
        return other;
    }

    public void setOther(String other) {
        this.other = other == null ? "" : other;
    }
}
