package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galley.article.ArticleSweep;
import org.galley.audit.AuditLog;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.placement.PlacementPolicy;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.Revisions;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The slot definitions of the installation; the policies for them are in {@link Policies}. */
@ApplicationScoped
@Transactional
public class Catalogue {
    /** The scope whose policy holds wherever no other is set. */
    public static final String GLOBAL = PolicyScope.GLOBAL;

    /** A house ad may show text, a link and a picture; no script, style or frame. */
    private static final PolicyFactory HOUSE_AD = new HtmlPolicyBuilder()
            .allowElements("p", "strong", "em", "br", "a", "img", "span")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src", "alt", "width", "height")
            .onElements("img")
            .requireRelNofollowOnLinks()
            .toFactory();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Policies policies;

    @Inject
    private ArticleSweep articles;

    @Inject
    private Revisions revisions;

    @Inject
    private AuditLog audit;

    @Inject
    private Caller caller;

    /** All definitions, those out of use included, in the catalogue's order. */
    public List<SlotKind> kinds() {
        return all().stream().map(SlotDefinition::kind).toList();
    }

    /** The definitions that new slots may have. */
    public List<SlotKind> offered() {
        return kinds().stream().filter(kind -> !kind.retired()).toList();
    }

    /** All definitions by key. */
    public Map<String, SlotKind> byKey() {
        Map<String, SlotKind> all = new LinkedHashMap<>();
        kinds().forEach(kind -> all.put(kind.key(), kind));
        return all;
    }

    /** The definition that auto-place and import use: the first of the catalogue that is in use. */
    public SlotKind first() {
        return offered().stream().findFirst().orElseThrow(() -> new IllegalStateException("an empty catalogue"));
    }

    public Optional<SlotKind> kind(String key) {
        return Optional.ofNullable(entities.find(SlotDefinition.class, key)).map(SlotDefinition::kind);
    }

    /** What is left of a house fallback once everything that a house ad may not have is taken out. */
    public String sanitised(String houseFallback) {
        return HOUSE_AD.sanitize(houseFallback);
    }

    /**
     * Adds a definition behind the others, or changes it.
     *
     * @return whether it is new
     * @throws RefusedException forbidden or invalid; conflict, if none would be left in use
     */
    public boolean put(SlotKind wanted) {
        caller.require(Right.CATALOGUE);
        KindRules.check(wanted);
        SlotKind kind = wanted.withHouseFallback(sanitised(wanted.houseFallback()));
        SlotDefinition known = entities.find(SlotDefinition.class, kind.key());
        if (known == null) {
            SlotDefinition fresh = new SlotDefinition(kind.key(), kinds().size());
            fresh.become(kind);
            entities.persist(fresh);
            audit.record("definition-added", subject(kind.key()), kind.unitPath());
            return true;
        }
        SlotKind before = known.kind();
        if (!before.equals(kind)) {
            if (kind.retired() && !before.retired()) {
                requireAnother(kind.key());
            }
            known.become(kind);
            audit.record("definition-changed", subject(kind.key()), difference(before, kind));
        }
        return false;
    }

    private void requireAnother(String key) {
        if (offered().stream().allMatch(kind -> kind.key().equals(key))) {
            throw RefusedException.conflict(
                    "last-definition", "It is the only definition in use; add another one or bring one back first.");
        }
    }

    private static String difference(SlotKind before, SlotKind after) {
        StringBuilder words = new StringBuilder();
        differ(words, "label", before.label(), after.label());
        differ(words, "labels", before.labels(), after.labels());
        differ(words, "unitPath", before.unitPath(), after.unitPath());
        differ(words, "sizes", before.rooms(), after.rooms());
        differ(words, "targeting", before.targeting(), after.targeting());
        differ(words, "houseFallback", before.houseFallback(), after.houseFallback());
        differ(words, "lazy", before.lazy(), after.lazy());
        differ(words, "retired", before.retired(), after.retired());
        return words.toString();
    }

    private static void differ(StringBuilder words, String field, Object before, Object after) {
        if (!before.equals(after)) {
            words.append(words.length() == 0 ? "" : ", ")
                    .append(field)
                    .append(": ")
                    .append(before)
                    .append(" → ")
                    .append(after);
        }
    }

    /**
     * Moves a definition one place up or down; the first one in use is what auto-place takes.
     *
     * @param places −1 for up, 1 for down; a move over the end changes nothing
     * @throws RefusedException forbidden, or not found
     */
    public void move(String key, int places) {
        caller.require(Right.CATALOGUE);
        List<SlotDefinition> order = new ArrayList<>(all());
        int from = order.indexOf(existing(key));
        int to = Math.max(0, Math.min(order.size() - 1, from + places));
        if (from != to) {
            order.add(to, order.remove(from));
            for (int i = 0; i < order.size(); i++) {
                order.get(i).moveTo(i);
            }
            audit.record("definition-moved", subject(key), "place " + (from + 1) + " → " + (to + 1));
        }
    }

    /**
     * Deletes a definition that no layout has or ever had.
     *
     * @throws RefusedException forbidden, not found; conflict, if a layout has it or it is the only one in use
     */
    public void delete(String key) {
        caller.require(Right.CATALOGUE);
        SlotDefinition known = existing(key);
        if (articles.uses(key) > 0 || revisions.isUsed(key)) {
            throw RefusedException.conflict(
                    "definition-used",
                    "Ad slots of stories, or of their history, have this definition. Retire it: slots that have it stay as they are, and no new one gets it.");
        }
        requireAnother(key);
        entities.remove(known);
        audit.record("definition-deleted", subject(key), null);
    }

    /** How many stories have a slot of this definition now. */
    public long uses(String key) {
        caller.require(Right.READ_STORIES);
        return articles.uses(key);
    }

    /** What the audit log calls a definition. */
    public static String subject(String key) {
        return "definition:" + key;
    }

    private List<SlotDefinition> all() {
        return entities.createNamedQuery("SlotDefinition.all", SlotDefinition.class)
                .getResultList();
    }

    private SlotDefinition existing(String key) {
        SlotDefinition known = entities.find(SlotDefinition.class, key);
        if (known == null) {
            throw RefusedException.notFound("There is no such slot definition.");
        }
        return known;
    }

    /** The policy that holds for a section's articles that set none of their own. */
    public PlacementPolicy policyFor(String section) {
        return policies.forSection(section);
    }

    /**
     * The policy that holds in a scope; see {@link PolicyScope}.
     *
     * @throws RefusedException not found, if there is no such scope
     */
    public PlacementPolicy policy(String scope) {
        return policies.state(scope).effective();
    }
}
