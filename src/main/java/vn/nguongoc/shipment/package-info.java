/**
 * Shipments: goods that left, from which lots and to whom. Refuses to ship more than a lot holds; what leaves is drawn
 * in the commit that records the shipment.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "lot"})
package vn.nguongoc.shipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
