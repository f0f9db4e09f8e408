/** Files over REST. */
@NullMarked
package vn.nguongoc.evidence.web;

import org.jspecify.annotations.NullMarked;
