/**
 * Runs of labels: which were ordered for a lot, printed, put on goods, voided, printed again. Refuses more labels than
 * units were packed, labels of goods that are held back, and a number that would be valid twice.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "mongo", "web", "label", "lot", "lot::event"})
package vn.nguongoc.labelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
