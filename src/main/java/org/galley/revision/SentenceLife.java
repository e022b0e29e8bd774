package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.galley.diff.Sentence;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Block;
import org.galley.story.Blocks;

/**
 * Follows one sentence through the revisions of an article: who wrote it, who worded it as it stands, and into which paragraphs it
 * went.
 *
 * <p>It begins at the newest revision that has the words, and goes from there to the first one and to the newest. Texts are read
 * only where the paragraph that the sentence stands in is not what it was.
 */
@ApplicationScoped
@Transactional
public class SentenceLife {
    @Inject
    private RevisionRows rows;

    @Inject
    private ContentStore contents;

    @Inject
    private Caller caller;

    /** A sentence as one revision has it. */
    private record Standing(Revision revision, Sentence sentence) {
        String hash() {
            return revision.blocks().get(sentence.block().id());
        }
    }

    /**
     * The revisions that changed a sentence, the newest first.
     *
     * @param block where the words are looked for first; any other block will do if they do not stand there
     * @param words as they stand in some revision, without marks
     * @return empty if no revision has these words
     * @throws RefusedException forbidden; not found, if there is no such article
     */
    public List<SentenceMoment> of(long article, String block, String words) {
        caller.require(Right.READ_STORIES);
        int newest = rows.newest(article);
        if (newest == 0) {
            throw RefusedException.notFound("There is no such article.");
        }
        if (words.isBlank()) {
            return List.of();
        }
        Optional<Standing> start = newestWith(article, newest, block, words);
        if (start.isEmpty()) {
            return List.of();
        }
        List<SentenceMoment> moments = new ArrayList<>(later(article, newest, start.get()));
        moments.addAll(earlier(article, start.get()));
        return List.copyOf(moments);
    }

    private Optional<Standing> newestWith(long article, int newest, String block, String words) {
        Map<String, Boolean> known = new HashMap<>();
        for (int to = newest; to > 0; to -= RevisionRows.STRETCH) {
            List<Revision> stretch = stretchTo(article, to);
            for (int i = stretch.size() - 1; i >= 0; i--) {
                Revision revision = stretch.get(i);
                note(known, revision.blocks().values(), words);
                Optional<String> id = Optional.of(block)
                        .filter(wanted -> known.getOrDefault(revision.blocks().get(wanted), false))
                        .or(() -> revision.blocks().entrySet().stream()
                                .filter(entry -> known.get(entry.getValue()))
                                .map(Map.Entry::getKey)
                                .findFirst());
                if (id.isPresent()) {
                    return block(revision, id.get())
                            .flatMap(found -> Sentence.of(words, found))
                            .map(sentence -> new Standing(revision, sentence));
                }
            }
        }
        return Optional.empty();
    }

    /** Finds out of texts that were not met before whether they have the words. */
    private void note(Map<String, Boolean> known, Collection<String> hashes, String words) {
        List<String> fresh =
                hashes.stream().filter(hash -> !known.containsKey(hash)).toList();
        if (!fresh.isEmpty()) {
            Map<String, String> texts = contents.load(fresh);
            for (String hash : fresh) {
                known.put(hash, has(texts.get(hash), words));
            }
        }
    }

    private static boolean has(String text, String words) {
        return text != null && Sentence.of(words, Blocks.parse("any", text)).isPresent();
    }

    private List<Revision> stretchTo(long article, int to) {
        return rows.between(article, Math.max(1, to - RevisionRows.STRETCH + 1), to);
    }

    /** From where the sentence was found to the first revision. */
    private List<SentenceMoment> earlier(long article, Standing start) {
        List<SentenceMoment> moments = new ArrayList<>();
        Standing at = start;
        for (int to = start.revision().number() - 1; to > 0; to -= RevisionRows.STRETCH) {
            List<Revision> stretch = stretchTo(article, to);
            for (int i = stretch.size() - 1; i >= 0; i--) {
                Standing before = in(stretch.get(i), at);
                moment(before, at, at.revision()).ifPresent(moments::add);
                if (before == null) {
                    return moments;
                }
                at = before;
            }
        }
        moment(null, at, at.revision()).ifPresent(moments::add);
        return moments;
    }

    /** From where the sentence was found to the newest revision, the newest first. */
    private List<SentenceMoment> later(long article, int newest, Standing start) {
        List<SentenceMoment> moments = new ArrayList<>();
        Standing at = start;
        for (int from = start.revision().number() + 1; from <= newest; from += RevisionRows.STRETCH) {
            for (Revision revision : rows.between(article, from, from + RevisionRows.STRETCH - 1)) {
                Standing after = in(revision, at);
                moment(at, after, revision).ifPresent(found -> moments.add(0, found));
                if (after == null) {
                    return moments;
                }
                at = after;
            }
        }
        return moments;
    }

    /** The sentence as another revision has it, or null if that has not got it. */
    private Standing in(Revision other, Standing at) {
        Sentence sentence = at.sentence();
        String id = sentence.block().id();
        if (Objects.equals(other.blocks().get(id), at.hash())) {
            return new Standing(other, sentence);
        }
        return block(other, id)
                .flatMap(same -> Sentence.of(sentence.text(), same))
                .or(() -> sentence.in(body(other)))
                .map(found -> new Standing(other, found))
                .orElse(null);
    }

    private Optional<Block> block(Revision revision, String id) {
        String hash = revision.blocks().get(id);
        return hash == null
                ? Optional.empty()
                : Optional.ofNullable(contents.load(Set.of(hash)).get(hash)).map(text -> Blocks.parse(id, text));
    }

    private List<Block> body(Revision revision) {
        Map<String, String> texts = contents.load(revision.blocks().values());
        List<Block> body = new ArrayList<>();
        revision.blocks().forEach((id, hash) -> {
            if (texts.containsKey(hash)) {
                body.add(Blocks.parse(id, texts.get(hash)));
            }
        });
        return body;
    }

    /** What the revision that made the later of two standings did to the sentence; empty if nothing. */
    private static Optional<SentenceMoment> moment(Standing before, Standing after, Revision made) {
        SentenceMoment.Change change;
        if (before == null) {
            change = SentenceMoment.Change.ADDED;
        } else if (after == null) {
            change = SentenceMoment.Change.REMOVED;
        } else if (!before.sentence().text().equals(after.sentence().text())) {
            change = SentenceMoment.Change.EDITED;
        } else if (!before.sentence()
                .block()
                .id()
                .equals(after.sentence().block().id())) {
            change = SentenceMoment.Change.MOVED;
        } else {
            return Optional.empty();
        }
        RevisionSummary summary = made.summary();
        Sentence stands = (after == null ? before : after).sentence();
        return Optional.of(new SentenceMoment(
                summary.number(),
                summary.kind(),
                summary.author(),
                summary.at(),
                change,
                stands.block().id(),
                before == null ? null : before.sentence().text(),
                after == null ? null : after.sentence().text()));
    }
}
