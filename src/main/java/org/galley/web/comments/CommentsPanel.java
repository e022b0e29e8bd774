package org.galley.web.comments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.galley.article.Articles;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.People;
import org.galley.people.Right;
import org.galley.platform.config.GalleySettings;
import org.galley.web.shell.Texts;
import org.galley.web.shell.Times;
import org.galley.workflow.Comments;

/** Tells the comments beside a story who looks at them, what that person may do, and whom they can name. */
@Named
@RequestScoped
public class CommentsPanel {
    @Inject
    private Articles articles;

    @Inject
    private Comments comments;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private Texts texts;

    @Inject
    private Times times;

    @Inject
    private GalleySettings settings;

    @Inject
    private FacesContext faces;

    /** All of it as JSON, for the module that draws the comments. */
    public String json(long article) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        for (Account account : people.all()) {
            if (account.has(Right.READ_STORIES)) {
                names.add(Json.createObjectBuilder()
                        .add("username", account.username())
                        .add("name", account.displayName()));
            }
        }
        return Json.createObjectBuilder()
                .add("article", article)
                .add("root", faces.getExternalContext().getRequestContextPath())
                .add("username", caller.username())
                .add("mayComment", caller.has(Right.COMMENT))
                .add("mayMust", comments.mayDemand(articles.view(article)))
                .add("zone", settings.zone().getId())
                .add("zoneName", times.getZoneName())
                .add("people", names)
                .add("words", words())
                .build()
                .toString();
    }

    private JsonObject words() {
        try (JsonReader reader = Json.createReader(new StringReader(texts.all("comments")))) {
            return reader.readObject();
        }
    }
}
