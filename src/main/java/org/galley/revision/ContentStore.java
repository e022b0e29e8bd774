package org.galley.revision;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.story.ContentHash;

/** Keeps every canonical text once, whoever uses it. */
@Dependent
class ContentStore {
    /** Both databases take many more parameters, but plans get worse. */
    private static final int BATCH = 500;

    /** Two savers may store the same text at the same moment; the second then finds nothing to do. Both databases know it. */
    private static final String INSERT = "insert into content (hash, text) values (?1, ?2) on conflict do nothing";

    @PersistenceContext
    private EntityManager entities;

    /** Stores the texts that are not there yet. */
    void put(Map<ContentHash, String> texts) {
        Set<String> missing = new HashSet<>();
        texts.keySet().forEach(hash -> missing.add(hash.hex()));
        missing.removeAll(load(missing).keySet());
        for (String hash : missing.stream().sorted().toList()) {
            entities.createNativeQuery(INSERT)
                    .setParameter(1, hash)
                    .setParameter(2, texts.get(new ContentHash(hash)))
                    .executeUpdate();
        }
    }

    /** The texts under these hashes; one that is not stored is missing from the answer. */
    Map<String, String> load(Collection<String> hashes) {
        Map<String, String> found = new HashMap<>();
        List<String> wanted = hashes.stream().distinct().toList();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            entities.createQuery("select c from StoredContent c where c.hash in :hashes", StoredContent.class)
                    .setParameter("hashes", wanted.subList(from, Math.min(wanted.size(), from + BATCH)))
                    .getResultStream()
                    .forEach(content -> found.put(content.hash(), content.text()));
        }
        return found;
    }

    /** Those of the hashes under which there is no text, or another one than they were made of. */
    Set<String> wrong(Collection<String> hashes) {
        Set<String> wrong = new HashSet<>(hashes);
        List<String> wanted = List.copyOf(wrong);
        for (int from = 0; from < wanted.size(); from += BATCH) {
            entities.createQuery("select c.hash, c.text from StoredContent c where c.hash in :hashes", Object[].class)
                    .setParameter("hashes", wanted.subList(from, Math.min(wanted.size(), from + BATCH)))
                    .getResultStream()
                    .filter(row -> ContentHash.of((String) row[1]).hex().equals(row[0]))
                    .forEach(row -> wrong.remove((String) row[0]));
        }
        return wrong;
    }
}
