/**
 * What is true of a product, a step, an activity, a substance, a ward or a kind of certificate, as data: loaded from
 * {@code catalogue/*.yml} and checked at start. A new product or step is a new entry there and words in the message
 * files, no Java.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
package vn.nguongoc.catalogue;

import org.jspecify.annotations.NullMarked;
