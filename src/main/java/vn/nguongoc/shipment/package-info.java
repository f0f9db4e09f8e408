/**
 * Shipments: goods that left, from which lots and to whom, and what arrived of them. Refuses to ship more than a lot
 * holds and to receive more than was sent; what leaves or arrives is stored with the lots in one commit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "catalogue", "organisation", "lot"})
package vn.nguongoc.shipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
