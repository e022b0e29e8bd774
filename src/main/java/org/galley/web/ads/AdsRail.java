package org.galley.web.ads;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galley.adslot.Catalogue;
import org.galley.adslot.SlotKind;
import org.galley.placement.HeightEstimate;
import org.galley.story.Advertising;

/** What the rail beside the proofs says of the layout that is shown, and what it offers to choose from. */
@Named
@RequestScoped
public class AdsRail {
    @Inject
    private ArrangedArticle article;

    @Inject
    private Catalogue catalogue;

    @Inject
    private AdsWords words;

    /** How many slots differ from what is saved. */
    public int getUnsaved() {
        return article.now().changesSince(article.bench().saved()).size();
    }

    /** Whether it is saved, in words. */
    public String getState() {
        if (isProposed()) {
            return words.get("state.preview");
        }
        int unsaved = getUnsaved();
        return unsaved == 0 ? words.get("state.saved") : words.get("state.unsaved", unsaved);
    }

    /** Whether what is shown is what auto-place suggests, and nobody has taken it yet. */
    public boolean isProposed() {
        return article.bench().isProposed();
    }

    /** What auto-place would change, line by line. */
    public List<String> getProposal() {
        return isProposed()
                ? article.now().proposalSince(article.arranged(article.bench().beforeProposal()))
                : List.of();
    }

    /** The slots that somebody else changed in another way, and nobody has decided on yet. */
    public List<RailLines.Clash> getClashes() {
        List<RailLines.Clash> clashes = new ArrayList<>();
        article.clashing().forEach((slot, who) -> {
            RailLines.Clash clash =
                    article.now().clash(slot, who, article.bench().saved());
            if (clash != null) {
                clashes.add(clash);
            }
        });
        return clashes;
    }

    /** Key of whether the article carries ads, and if not why. */
    public String getAdvertising() {
        return article.bench().shown().advertising().key();
    }

    /** What ads switched off mean to readers, and from when on. */
    public String getAdvertisingNote() {
        Workbench bench = article.bench();
        boolean saved = bench.shown().advertising() == bench.saved().advertising();
        return words.get("advertising.note." + (saved ? article.readers() : "unsaved"));
    }

    public List<String> getAdvertisingChoices() {
        return Arrays.stream(Advertising.values()).map(Advertising::key).toList();
    }

    public List<RailLines.Meter> getMeters() {
        return article.now().meters();
    }

    /** The word for a breakpoint. */
    public String width(String breakpoint) {
        return words.get("width." + breakpoint);
    }

    /** How far the estimated heights may be off, in words. */
    public String getEstimate() {
        return words.get("estimate", HeightEstimate.TOTAL_WITHIN, HeightEstimate.GAP_WITHIN);
    }

    public List<RailLines.Check> getChecks() {
        return article.now().checks();
    }

    public List<RailLines.Slot> getWaiting() {
        return article.now().waiting();
    }

    public List<RailLines.Slot> getPlaced() {
        return article.now().placed();
    }

    /** The definitions that a slot may be given instead of its own, and its own. */
    public List<SlotKind> kindsFor(String definition) {
        return catalogue.kinds().stream()
                .filter(kind -> !kind.retired() || kind.key().equals(definition))
                .toList();
    }

    /** The definitions that a new slot may have. */
    public List<SlotKind> getOffered() {
        return catalogue.offered();
    }
}
