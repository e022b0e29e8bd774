package org.galley.journey;

import java.util.List;

/** An invented wire story in the shape in which agencies send them. */
public final class WireSample {
    public static final String HEADLINE =
            "Vessa harbour reopens after storm as ferries, fishing fleet and grain ships return to quays";

    public static final List<String> PARAGRAPHS = List.of(
            "The harbour of Vessa reopened on Tuesday after a nine-day closure, with the first ferry leaving at dawn and the"
                    + " fishing fleet following within the hour, Harbour Master Ilka Moreno has said.",
            "\"We promised the town that nobody would wait longer than needed, and we kept that promise. The outer wall stood"
                    + " firm. The cranes were checked bolt by bolt, and the pilots sounded every metre of the channel. It was"
                    + " slow work in cold water, and the crews did it without a single injury. So the port that opens today is"
                    + " as safe as the one that closed, and in places it is safer,\" she told reporters on the quay, after a"
                    + " tour of the repaired basins with the mayor.",
            "Moreno expressed confidence that the summer timetable \"will hold in full, for islanders and for guests, because"
                    + " every berth that it needs is open again.\"",
            "She also said that \"two of the smaller piers are still fenced off. Divers are looking at their piles, and that"
                    + " takes calm weather, which April does not give us often.\"",
            "\"This was the hardest week for the port since the flood of 2009. We talked with the insurers about what more can"
                    + " be done for families who live from the boats, as the season was about to begin and most of them had"
                    + " already paid for fuel and nets,\" she said.",
            "The harbour master said that the council is working to release the promised fund of 4 million crowns for repairs"
                    + " before the end of May.",
            "\"I expect the new control tower on the western mole, with its radar and its own power, to be fully in service by"
                    + " the end of this year,\" she said.",
            "Moreno also said that the new head of the pilots' guild, Tomas Arend, joined the inspection on Monday.",
            "\"The guild is an essential partner and we work together on many questions: from the training of young pilots, to"
                    + " night traffic, and the dredging of the channel,\" she said.",
            "Speaking about the inspection, the harbour master noted that \"the engineers looked at every wall with great care,"
                    + " as well as at the old drains beneath the market.\"",
            "\"We have seen a steady rise of heavy seas in spring, and we must build for them. Both the outer wall and the"
                    + " breakwater were planned for waves that came once in a lifetime and now come every few years, with"
                    + " gravel, timber and whole trees in them. So today the council agreed a list of works that will keep the"
                    + " basins calm,\" she said.",
            "These works include a higher wall on the northern side, more gates in the drains, better lights along the channel,"
                    + " a second tug for the winter, and stricter rules for ships that anchor close to the islands, Moreno"
                    + " explained.",
            "\"And we will work closely together with the islands on all of this,\" she said.");

    private WireSample() {}

    /** Stamp, headline, reading time, the headline again for the picture, the paragraphs, four places for ads. */
    public static String text() {
        return "09:40 15.04.2025\n\n" + HEADLINE + "\n\n3 min read\n" + HEADLINE + "\n\n"
                + String.join("\n\n", PARAGRAPHS) + "\n\nAD\nAD\nAD\nAD\n";
    }
}
