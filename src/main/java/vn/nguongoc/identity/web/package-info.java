/** Signing in, people and keys over HTTP. */
@NullMarked
@NamedInterface("web")
package vn.nguongoc.identity.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
