package org.galley.web.ads;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.galley.adslot.BlockNames;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.ReadingDirection;

/** The text that ads are arranged in, as the proofs show it. */
@Named
@RequestScoped
public class AdsProof {
    @Inject
    private ArrangedArticle article;

    @Inject
    private Sections sections;

    private BlockNames openings;

    public Header getHeader() {
        return article.story().header();
    }

    /** The name of the story's section; empty if there is none. */
    public String getSection() {
        return sections.find(getHeader().section()).map(SectionName::name).orElse("");
    }

    /** From which side the story is read. */
    public String getDirection() {
        return ReadingDirection.of(getHeader().language()).key();
    }

    public List<Block> getBlocks() {
        return article.story().body();
    }

    /** By which words a block is called, for the gap below it. */
    public String opening(Block block) {
        if (openings == null) {
            openings = BlockNames.of(article.story());
        }
        return openings.of(block.id());
    }
}
