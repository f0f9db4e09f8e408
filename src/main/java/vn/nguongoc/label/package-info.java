/**
 * GS1 Digital Link addresses, the QR symbols that carry them, the serials of units, and labels for printers. Knows how
 * these are spelt, drawn and told from forgeries; knows nothing of what stands behind them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.nguongoc.label;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
