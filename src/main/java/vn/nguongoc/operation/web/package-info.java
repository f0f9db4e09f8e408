/** Dead letters and telling the history anew over REST, and the page of the person who runs the service. */
@NullMarked
package vn.nguongoc.operation.web;

import org.jspecify.annotations.NullMarked;
