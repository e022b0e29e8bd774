package org.galley.web.write;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import org.galley.people.Caller;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.web.SessionMark;
import org.galley.web.shell.Texts;
import org.galley.web.shell.Times;
import org.omnifaces.util.Faces;

/** What the modules that run in the browser need of the Write screen, as JSON. */
@Named
@RequestScoped
public class WriteData {
    @Inject
    private WriteBean screen;

    @Inject
    private Caller caller;

    @Inject
    private GalleySettings settings;

    @Inject
    private Texts texts;

    @Inject
    private Times times;

    /** What the page needs to keep itself in step with the desk. */
    public String getOpened() {
        return Json.createObjectBuilder()
                .add("article", screen.getId())
                .add("version", screen.getBase())
                .add("root", Faces.getRequestContextPath())
                .add("username", caller.username())
                .add("writable", screen.isWritable())
                .add("placing", screen.isMayPlace())
                .add("zone", settings.zone().getId())
                .add("zoneName", times.getZoneName())
                .add("session", SessionMark.of(Faces.getRequest()))
                .build()
                .toString();
    }

    /** The screen's words. */
    public String getWords() {
        return texts.all(WriteBean.BUNDLE);
    }
}
