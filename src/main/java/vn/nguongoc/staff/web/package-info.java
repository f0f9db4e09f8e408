/** Who works for whom, over REST and as pages that work without scripts. */
@NullMarked
package vn.nguongoc.staff.web;

import org.jspecify.annotations.NullMarked;
