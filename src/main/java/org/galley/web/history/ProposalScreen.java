package org.galley.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galley.article.ArticleView;
import org.galley.article.SaveOutcome;
import org.galley.diff.Conflict;
import org.galley.intake.ProposalLine;
import org.galley.intake.ProposalView;
import org.galley.intake.Proposals;
import org.galley.intake.Proposals.Choice;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Block;
import org.galley.web.compare.Comparison;
import org.galley.web.compare.Wording;
import org.galley.web.shell.Texts;
import org.galley.web.shell.Times;
import org.omnifaces.cdi.Param;

/** A newer wire version that waits: what taking it would change in the working copy, taking it, and dismissing it. */
@Named
@RequestScoped
public class ProposalScreen {
    private static final String BUNDLE = "imports";
    private static final String BLOCK = "block:";
    private static final String FIELD = "field:";
    private static final ProposalLine NONE = new ProposalLine(0, 0, "", "", "", false, "", null, "");

    @Inject
    @Param(pathIndex = 0)
    private String article;

    @Inject
    @Param
    private String proposal;

    @Inject
    @Param
    private String version;

    @Inject
    private Proposals proposals;

    @Inject
    private Timeline timeline;

    @Inject
    private Texts texts;

    @Inject
    private Times times;

    @Inject
    private FacesContext faces;

    private ProposalView view;
    private Comparison preview;
    private String problem;
    private long seen;

    /**
     * A place where both changed the same words.
     *
     * @param key what the form sends for it
     * @param ours empty if it was deleted here
     */
    public record Clash(String key, String name, String ours, String theirs, boolean chosen) {}

    public boolean isAsked() {
        return proposal != null;
    }

    void load(ArticleView current) {
        seen = current.version();
        try {
            view = proposals.view(number(), choice());
            if (view.line().article() != current.id()) {
                throw RefusedException.notFound("This proposal is of another article.");
            }
            preview = Comparison.between(current.story(), current.layout(), view.story(), view.layout());
        } catch (RefusedException e) {
            view = null;
            problem = e.getMessage();
        }
    }

    private long number() {
        try {
            return Long.parseLong(proposal);
        } catch (NumberFormatException e) {
            throw RefusedException.notFound("There is no such proposal.");
        }
    }

    private Choice choice() {
        Set<String> blocks = new HashSet<>();
        Set<String> fields = new HashSet<>();
        String[] chosen =
                faces.getExternalContext().getRequestParameterValuesMap().get("theirs");
        for (String key : chosen == null ? new String[0] : chosen) {
            if (key.startsWith(BLOCK)) {
                blocks.add(key.substring(BLOCK.length()));
            } else if (key.startsWith(FIELD)) {
                fields.add(key.substring(FIELD.length()));
            }
        }
        return new Choice(blocks, fields);
    }

    /** Shows the comparison again, with what was chosen, at an address that can be sent to a colleague. */
    public void show() throws IOException {
        StringBuilder query = new StringBuilder("?proposal=").append(number());
        Choice choice = choice();
        choice.fields().forEach(field -> query.append("&theirs=").append(encoded(FIELD + field)));
        choice.blocks().forEach(block -> query.append("&theirs=").append(encoded(BLOCK + block)));
        redirect(query.toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Merges the sender's version into the working copy, with what was chosen. */
    public void take() throws IOException {
        try {
            SaveOutcome made = proposals.take(number(), version == null ? null : Long.valueOf(version), choice());
            say(
                    FacesMessage.SEVERITY_INFO,
                    made.revision() == null
                            ? texts.of(BUNDLE, "proposal.taken.same")
                            : texts.of(BUNDLE, "proposal.taken", made.revision().number()));
            redirect("");
        } catch (RefusedException | NumberFormatException e) {
            refused(e);
        }
    }

    /** Leaves the article as it is. */
    public void dismiss() throws IOException {
        try {
            proposals.dismiss(number());
            say(FacesMessage.SEVERITY_INFO, texts.of(BUNDLE, "proposal.dismissed"));
            redirect("");
        } catch (RefusedException e) {
            refused(e);
        }
    }

    private void refused(RuntimeException why) throws IOException {
        say(FacesMessage.SEVERITY_ERROR, why.getMessage());
        redirect(proposal.matches("[0-9]{1,18}") ? "?proposal=" + proposal : "");
    }

    private void say(FacesMessage.Severity severity, String text) {
        faces.addMessage(null, new FacesMessage(severity, text, null));
    }

    private void redirect(String query) throws IOException {
        ExternalContext external = faces.getExternalContext();
        external.getFlash().setKeepMessages(true);
        external.redirect(external.getRequestContextPath() + "/history/" + article + query);
        faces.responseComplete();
    }

    public String getNumber() {
        return proposal;
    }

    public long getSeen() {
        return seen;
    }

    /** Why there is nothing to decide, or null. */
    public String getProblem() {
        return problem;
    }

    public ProposalLine getLine() {
        return view == null ? NONE : view.line();
    }

    /** Where it comes from, by whom and when. */
    public String getOrigin() {
        ProposalLine line = getLine();
        String what = line.version().isEmpty()
                ? line.format()
                : line.format() + ", " + texts.of(BUNDLE, "waiting.version", line.version());
        return texts.of(
                BUNDLE, "proposal.came", what, timeline.person(line.arrivedBy()), times.brief(line.arrivedAt()));
    }

    public Comparison getPreview() {
        return preview;
    }

    /** Whether taking it would change anything. */
    public boolean isChanging() {
        return preview != null && !preview.isSame() && !getLine().cancels();
    }

    public boolean isDecidable() {
        return view != null && view.mayDecide();
    }

    public List<Clash> getConflicts() {
        List<Clash> clashes = new ArrayList<>();
        if (view != null && !view.line().cancels()) {
            Choice choice = choice();
            view.merge().conflicts().forEach(conflict -> clashes.add(clash(conflict, choice)));
        }
        return clashes;
    }

    private static Clash clash(Conflict conflict, Choice choice) {
        if (conflict.blockId() == null) {
            String field = conflict.field();
            return new Clash(
                    FIELD + field,
                    Wording.HISTORY.has("field." + field) ? Wording.HISTORY.say("field." + field) : field,
                    conflict.currentText(),
                    conflict.incomingText(),
                    choice.fields().contains(field));
        }
        Block any = conflict.current() == null ? conflict.incoming() : conflict.current();
        return new Clash(
                BLOCK + conflict.blockId(),
                Wording.HISTORY.say("kind." + any.kind().key()),
                text(conflict.current()),
                text(conflict.incoming()),
                choice.blocks().contains(conflict.blockId()));
    }

    private static String text(Block block) {
        if (block == null) {
            return "";
        }
        return block.text().isEmpty() ? block.canonical() : block.text();
    }
}
