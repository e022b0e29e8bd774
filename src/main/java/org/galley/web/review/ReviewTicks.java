package org.galley.web.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.compare.Wording;
import org.galley.workflow.ChecklistLine;
import org.galley.workflow.Checklists;

/** The checklist on the review screen: shows what is ticked for this text, and ticks. */
@Named
@RequestScoped
public class ReviewTicks {
    @Inject
    private ReviewScreen screen;

    @Inject
    private Checklists checklists;

    @Inject
    private Caller caller;

    @Inject
    private FacesContext faces;

    private List<ChecklistLine> lines = List.of();
    private final Map<Long, Boolean> ticked = new HashMap<>();

    @PostConstruct
    void load() {
        if (screen.isFound()) {
            show(checklists.of(screen.getCurrent()));
        }
    }

    private void show(List<ChecklistLine> now) {
        lines = now;
        now.forEach(line -> ticked.put(line.item(), line.ticked()));
    }

    /**
     * Ticks an item, or takes the tick back, as the box stands now. The page is loaded anew if that is refused: then it shows a text
     * that is no more, or a list.
     *
     * @param shownVersion the version of the working copy that was on the screen
     */
    public void tick(long item, long shownVersion) throws IOException {
        boolean done = Boolean.TRUE.equals(ticked.get(item));
        try {
            show(checklists.tick(screen.getId(), item, done, shownVersion));
            screen.lookAgain();
            faces.addMessage(
                    null,
                    new FacesMessage(
                            FacesMessage.SEVERITY_INFO, Wording.REVIEW.say(done ? "done.tick" : "done.untick"), null));
        } catch (RefusedException refusal) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal.getMessage(), null));
            ExternalContext external = faces.getExternalContext();
            external.getFlash().setKeepMessages(true);
            external.redirect(external.getRequestContextPath() + "/review/" + screen.getId());
            faces.responseComplete();
        }
    }

    public List<ChecklistLine> getLines() {
        return lines;
    }

    /** What stands in the boxes, by item. */
    public Map<Long, Boolean> getTicked() {
        return ticked;
    }

    public boolean isMine() {
        return checklists.mayTick(screen.getCurrent());
    }

    /** Why the person cannot tick; empty if they can. */
    public String getReason() {
        if (isMine()) {
            return "";
        }
        return Wording.REVIEW.say(caller.has(Right.APPROVE) ? "checklist.own" : "checklist.readonly");
    }

    public boolean isKeeper() {
        return caller.has(Right.CHECKLISTS);
    }

    public String getSection() {
        return screen.getCurrent().story().header().section();
    }
}
