/**
 * What the API is, told from data: addresses, forms, examples and problems stand in {@code resources/openapi}, words in
 * the message files. Knows no other room and no rule; tests hold its data to what the service really does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web"})
package vn.nguongoc.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
