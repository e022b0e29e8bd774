package org.galley.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.galley.article.Articles;
import org.galley.article.SaveOutcome;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.story.AdLayout;
import org.galley.story.Header;
import org.galley.story.Story;
import org.galley.web.shell.Refusals;

/** Begins a story from nothing but a headline and a section. */
@Named
@RequestScoped
public class NewStory {
    @Inject
    private Articles articles;

    @Inject
    private FacesContext faces;

    private String headline;
    private String section;

    /** Creates the draft and goes on to write it; a refusal is shown in the dialog. */
    public void create() throws IOException {
        try {
            Header header = Header.EMPTY.withHeadline(headline).withSection(section);
            SaveOutcome outcome =
                    articles.create(new Story(header, List.of()), AdLayout.EMPTY, RevisionKind.SAVE, null);
            ExternalContext external = faces.getExternalContext();
            external.redirect(external.getRequestContextPath() + "/write/"
                    + outcome.article().id());
            faces.responseComplete();
        } catch (RefusedException e) {
            Refusals.show(faces, e, "newStory");
        }
    }

    public String getHeadline() {
        return headline;
    }

    public void setHeadline(String headline) {
        this.headline = headline;
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }
}
