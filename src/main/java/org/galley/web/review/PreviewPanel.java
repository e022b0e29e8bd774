package org.galley.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.preview.PreviewLine;
import org.galley.preview.Previews;
import org.galley.web.compare.Wording;
import org.galley.web.shell.Refusals;

/** The links on the review screen by which people without an account see a revision. */
@Named
@RequestScoped
public class PreviewPanel {
    private static final int SHOWN = 20;
    /** Choices of how long a link is good for, in hours; the words stand in the bundle. */
    private static final List<Integer> HOURS = List.of(1, 24, 72, 168, 720);

    private static final int USUAL_HOURS = 72;

    @Inject
    private ReviewScreen screen;

    @Inject
    private Previews previews;

    @Inject
    private GalleySettings settings;

    @Inject
    private FacesContext faces;

    private String name = "";
    private int hours = USUAL_HOURS;
    private Integer revision;
    private List<PreviewLine> lines;

    /** Makes a link and shows it; the browser gives the focus to what the address names, and the button to copy it is next. */
    public void make() throws IOException {
        try {
            PreviewLine made =
                    previews.make(screen.getId(), new Previews.Wish(revision, name, Duration.ofHours(hours)));
            done("preview.made", "link-" + made.id());
        } catch (RefusedException refusal) {
            if (refusal.kind() == RefusedException.Kind.NOT_FOUND) {
                refusal = RefusedException.invalid("revision", refusal.getMessage());
            }
            Refusals.show(faces, refusal, "previewForm");
        }
    }

    /** Takes a link back. */
    public void revoke(long id) throws IOException {
        try {
            previews.revoke(screen.getId(), id);
            done("preview.revoked", "previews");
        } catch (RefusedException refusal) {
            Refusals.show(faces, refusal, "previewForm");
        }
    }

    private void done(String key, String place) throws IOException {
        ExternalContext external = faces.getExternalContext();
        external.getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, Wording.REVIEW.say(key), null));
        external.redirect(external.getRequestContextPath() + "/review/" + screen.getId() + "#" + place);
        faces.responseComplete();
    }

    public boolean isOpen() {
        return screen.isFound() && screen.getCurrent().lastRevision() > 0 && previews.mayShare(screen.getCurrent());
    }

    /** The newest links, those that are over too. */
    public List<PreviewLine> getLines() {
        if (lines == null) {
            lines = previews.list(screen.getId(), Long.MAX_VALUE, SHOWN);
        }
        return lines;
    }

    /** The whole address of a link. */
    public String address(PreviewLine line) {
        return settings.siteUrl() + line.path();
    }

    public List<Integer> getChoices() {
        return HOURS;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int hours) {
        this.hours = hours;
    }

    public Integer getRevision() {
        return revision == null ? Integer.valueOf(screen.getCurrent().lastRevision()) : revision;
    }

    public void setRevision(Integer revision) {
        this.revision = revision;
    }
}
