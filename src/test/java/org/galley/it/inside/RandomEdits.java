package org.galley.it.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Story;

/** Edits a body as people do: types, moves, splits, joins, deletes, inserts, and takes a deletion back. */
final class RandomEdits {
    private final Random random;
    private final List<Block> deleted = new ArrayList<>();
    private int typed;

    RandomEdits(Random random) {
        this.random = random;
    }

    Story edited(Story story) {
        List<Block> body = new ArrayList<>(story.body());
        if (body.isEmpty()) {
            body.add(paragraph(fresh(), "Begun again with " + fresh()));
            return story.withBody(body);
        }
        int at = random.nextInt(body.size());
        switch (random.nextInt(9)) {
            case 0, 1 -> deleted.add(body.remove(at));
            case 2 -> body.add(random.nextInt(body.size()), body.remove(at));
            case 3 -> split(body, at);
            case 4 -> join(body, at);
            case 5 -> body.add(random.nextInt(body.size() + 1), paragraph(fresh(), "Inserted " + fresh()));
            case 6 -> takeBack(body);
            default -> body.set(at, paragraph(body.get(at).id(), body.get(at).text() + " " + fresh()));
        }
        return story.withBody(body);
    }

    private void split(List<Block> body, int at) {
        String text = body.get(at).text();
        int cut = text.indexOf(' ', text.length() / 2);
        if (cut > 0) {
            body.set(at, paragraph(body.get(at).id(), text.substring(0, cut)));
            body.add(at + 1, paragraph(fresh(), text.substring(cut + 1)));
        }
    }

    private void join(List<Block> body, int at) {
        if (at + 1 < body.size()) {
            Block second = body.remove(at + 1);
            body.set(at, paragraph(body.get(at).id(), body.get(at).text() + " " + second.text()));
        }
    }

    private void takeBack(List<Block> body) {
        if (!deleted.isEmpty()) {
            body.add(random.nextInt(body.size() + 1), deleted.remove(random.nextInt(deleted.size())));
        }
    }

    private String fresh() {
        return "w" + typed++;
    }

    private static Block paragraph(String id, String text) {
        return new Block.Paragraph(id, Inline.of(text));
    }
}
