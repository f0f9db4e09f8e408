/**
 * Processing steps: what went in, what came out, what was lost. Refuses a step whose masses do not balance or that
 * gains what it cannot gain; draws and outputs are stored with the step or not at all.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "eventlog", "web", "catalogue", "evidence", "organisation", "lot", "lot::event"
        })
package vn.nguongoc.step;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
