package vn.nguongoc.generations;

import java.util.function.ToIntFunction;

/**
 * How much is remembered of one kind of answers; each kind has one constant.
 *
 * @param bytes in all
 * @param weigher about how many bytes an answer takes
 * @param <A> what an answer is
 */
public record Memory<A>(long bytes, ToIntFunction<A> weigher) {}
