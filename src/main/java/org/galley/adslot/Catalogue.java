package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.placement.PlacementPolicy;
import org.galley.platform.refusal.RefusedException;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The slot definitions and placement policies of the installation. */
@ApplicationScoped
@Transactional
public class Catalogue {
    /** The scope whose policy holds wherever no other is set. */
    public static final String GLOBAL = "global";

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

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
    private Sections sections;

    @Inject
    private Caller caller;

    public List<SlotKind> kinds() {
        return entities.createNamedQuery("SlotDefinition.all", SlotDefinition.class)
                .getResultStream()
                .map(SlotDefinition::kind)
                .toList();
    }

    /** All definitions by key. */
    public Map<String, SlotKind> byKey() {
        Map<String, SlotKind> all = new LinkedHashMap<>();
        kinds().forEach(kind -> all.put(kind.key(), kind));
        return all;
    }

    /** The definition that auto-place and import use: the first of the catalogue. */
    public SlotKind first() {
        return kinds().stream().findFirst().orElseThrow(() -> new IllegalStateException("an empty catalogue"));
    }

    public Optional<SlotKind> kind(String key) {
        return Optional.ofNullable(entities.find(SlotDefinition.class, key)).map(SlotDefinition::kind);
    }

    /**
     * Adds a definition or changes it.
     *
     * @return whether it is new
     * @throws RefusedException forbidden or invalid
     */
    public boolean put(SlotKind kind) {
        caller.require(Right.CATALOGUE);
        if (!KEY.matcher(kind.key()).matches() || kind.key().length() > 64) {
            throw RefusedException.invalid(
                    "key", "A key has at most 64 characters: small letters, digits, single hyphens between.");
        }
        if (kind.rooms().isEmpty()) {
            throw RefusedException.invalid("sizes", "A slot needs a size at one breakpoint at least.");
        }
        SlotDefinition known = entities.find(SlotDefinition.class, kind.key());
        boolean fresh = known == null;
        if (fresh) {
            known = new SlotDefinition(kind.key(), kinds().size());
        }
        known.become(new SlotKind(
                kind.key(),
                kind.label(),
                kind.unitPath(),
                kind.rooms(),
                HOUSE_AD.sanitize(kind.houseFallback()),
                kind.lazy()));
        if (fresh) {
            entities.persist(known);
        }
        return fresh;
    }

    /** The policy that holds for a section's articles. */
    public PlacementPolicy policyFor(String section) {
        return stored(section).or(() -> stored(GLOBAL)).orElseGet(PlacementPolicy::standard);
    }

    /**
     * The policy of a scope: {@value #GLOBAL} or the key of a section.
     *
     * @throws RefusedException not found, if there is no such scope
     */
    public PlacementPolicy policy(String scope) {
        requireScope(scope);
        return policyFor(scope);
    }

    /** @throws RefusedException forbidden, or not found if there is no such scope */
    public void putPolicy(String scope, PlacementPolicy policy) {
        caller.require(Right.CATALOGUE);
        requireScope(scope);
        PolicyText known = entities.find(PolicyText.class, scope);
        boolean fresh = known == null;
        if (fresh) {
            known = new PolicyText(scope);
        }
        known.become(PolicyJson.write(policy).toString());
        if (fresh) {
            entities.persist(known);
        }
    }

    private void requireScope(String scope) {
        if (!scope.equals(GLOBAL) && sections.find(scope).isEmpty()) {
            throw RefusedException.notFound("There is no policy scope \"" + scope + "\".");
        }
    }

    private Optional<PlacementPolicy> stored(String scope) {
        return Optional.ofNullable(entities.find(PolicyText.class, scope)).map(text -> PolicyJson.parse(text.json()));
    }
}
