/** The REST side of the read models: everything here is a GET. */
@NullMarked
@NamedInterface("web")
package vn.nguongoc.history.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
