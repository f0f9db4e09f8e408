package vn.nguongoc.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A growing season.
 *
 * @param begins when it is usually sown or stocked; absent for what grows all year
 */
public record Season(String code, @Nullable Window begins, Source source) {}
