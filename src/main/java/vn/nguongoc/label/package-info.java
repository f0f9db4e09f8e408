/**
 * GS1 Digital Link addresses and the QR symbols that carry them. Knows how an address is spelt and how a symbol is
 * drawn; knows nothing of what stands behind it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.nguongoc.label;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
