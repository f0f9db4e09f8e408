package vn.nguongoc.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A variety or species that a product's name promises: only what is wholly made of it may bear the name.
 *
 * @param proof what must be shown before lots that bear the name are blended
 */
public record Variety(String code, @Nullable Proof proof) {

    /**
     * @param test code of the laboratory test that must have been passed
     * @param months how long a pass counts
     */
    public record Proof(String test, int months, Source source) {}
}
