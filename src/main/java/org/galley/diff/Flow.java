package org.galley.diff;

import java.util.ArrayList;
import java.util.List;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Run;

/** The inline text of one block, or of several in a row, as one flow of characters, each with the way it is set. */
final class Flow {
    static final Flow EMPTY = new Flow(List.of());

    private final List<Run> runs;
    private final int[] starts;
    private final String text;

    Flow(List<Run> given) {
        runs = given.stream().filter(run -> !run.text().isEmpty()).toList();
        starts = new int[runs.size()];
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = out.length();
            out.append(runs.get(i).text());
        }
        text = out.toString();
    }

    static Flow of(String text) {
        return new Flow(List.of(Run.plain(text)));
    }

    /** A block's text, items of a list parted by line feeds; empty for a block without inline text. */
    static Flow of(Block block) {
        if (block instanceof Block.Paragraph p) {
            return new Flow(p.inline().runs());
        }
        if (block instanceof Block.Subheading s) {
            return new Flow(s.inline().runs());
        }
        if (block instanceof Block.Quote q) {
            return new Flow(q.inline().runs());
        }
        if (block instanceof Block.Listing l) {
            List<Run> runs = new ArrayList<>();
            for (Inline item : l.items()) {
                if (!runs.isEmpty()) {
                    runs.add(Run.plain("\n"));
                }
                runs.addAll(item.runs());
            }
            return new Flow(runs);
        }
        return EMPTY;
    }

    /** Flows in a row with a gap between any two that hold text. */
    static Flow join(List<Flow> flows, String gap) {
        List<Run> runs = new ArrayList<>();
        for (Flow flow : flows) {
            if (!runs.isEmpty() && !flow.runs.isEmpty() && !gap.isEmpty()) {
                runs.add(Run.plain(gap));
            }
            runs.addAll(flow.runs);
        }
        return new Flow(runs);
    }

    String text() {
        return text;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The runs that make up a stretch of the text. */
    List<Run> runs(int from, int to) {
        List<Run> cut = new ArrayList<>();
        for (int i = runAt(from); i < starts.length && starts[i] < to; i++) {
            Run run = runs.get(i);
            int start = Math.max(from, starts[i]);
            int end = Math.min(to, starts[i] + run.text().length());
            if (start < end) {
                cut.add(new Run(text.substring(start, end), run.marks(), run.href()));
            }
        }
        return cut;
    }

    /** Whether two stretches of equal length are set alike, character by character. */
    boolean looksLike(int from, Flow other, int otherFrom, int length) {
        int i = runAt(from);
        int j = other.runAt(otherFrom);
        int done = 0;
        while (done < length) {
            if (!runs.get(i).looksLike(other.runs.get(j))) {
                return false;
            }
            int leftHere = starts[i] + runs.get(i).text().length() - from - done;
            int leftThere = other.starts[j] + other.runs.get(j).text().length() - otherFrom - done;
            int step = Math.min(leftHere, leftThere);
            done += step;
            i += step == leftHere ? 1 : 0;
            j += step == leftThere ? 1 : 0;
        }
        return true;
    }

    private int runAt(int offset) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
