/** Ordering labels, fetching their files, and saying what became of them: over REST, and on the recorder's pages. */
@NullMarked
package vn.nguongoc.printing.web;

import org.jspecify.annotations.NullMarked;
