package vn.nguongoc.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place to sell to.
 *
 * @param needs claims that goods of a family cannot go there without
 */
public record Market(String code, boolean export, Map<String, Set<String>> needs, List<Source> sources) {

    public Market {
        needs = needs == null ? Map.of() : Map.copyOf(needs);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** What goods of this family need. */
    public Set<String> needs(String family) {
        return needs.getOrDefault(family, Set.of());
    }
}
