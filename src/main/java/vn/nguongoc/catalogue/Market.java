package vn.nguongoc.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * A place to sell to.
 *
 * @param needs claims that goods of a family cannot go there without
 * @param sources by family, where that is from
 */
public record Market(String code, boolean export, Map<String, Set<String>> needs, Map<String, Source> sources) {

    public Market {
        needs = needs == null ? Map.of() : Map.copyOf(needs);
        sources = sources == null ? Map.of() : Map.copyOf(sources);
    }

    /** What goods of this family need. */
    public Set<String> needs(String family) {
        return needs.getOrDefault(family, Set.of());
    }
}
