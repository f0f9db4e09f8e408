package vn.nguongoc.plot;

import java.util.Set;

/**
 * What does not change about a plot.
 *
 * @param kind code of the catalogue's plot kind
 * @param blocks codes of the parts of an orchard
 */
record Ground(String kind, long areaSquareMetres, Set<String> blocks) {
    Ground {
        blocks = Set.copyOf(blocks);
    }
}
