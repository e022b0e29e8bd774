package org.galley.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.Articles.TextChange;
import org.galley.article.SaveOutcome;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.compare.Wording;
import org.omnifaces.cdi.Param;

/** Keeps what the article is now as a revision with a name, so that it is found again among hundreds. */
@Named
@RequestScoped
public class NamingScreen {
    @Inject
    @Param(pathIndex = 0)
    private String article;

    @Inject
    private Articles articles;

    @Inject
    private FacesContext faces;

    private String name = "";
    private String note = "";
    private String problem;

    /** Makes the revision, whether or not anything changed since the newest one. */
    public void keep() throws IOException {
        if (name.isBlank()) {
            problem = Wording.HISTORY.say("naming.needed");
            return;
        }
        try {
            ArticleView now = articles.view(Long.parseLong(article));
            SaveOutcome outcome = articles.save(
                    now.id(),
                    new TextChange(now.version(), now.story(), name.strip(), note.isBlank() ? null : note.strip()));
            String said = Wording.HISTORY.say(
                    "naming.done", String.valueOf(outcome.revision().number()), name.strip());
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, said, null));
            ExternalContext external = faces.getExternalContext();
            external.getFlash().setKeepMessages(true);
            external.redirect(external.getRequestContextPath() + "/history/" + now.id());
            faces.responseComplete();
        } catch (RefusedException | NumberFormatException refused) {
            problem = refused.getMessage();
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note == null ? "" : note;
    }

    /** Why nothing was kept, or null. */
    public String getProblem() {
        return problem;
    }
}
