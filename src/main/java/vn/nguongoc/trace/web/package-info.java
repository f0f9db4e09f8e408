/** The REST side of traces: everything here is a GET. */
@NullMarked
package vn.nguongoc.trace.web;

import org.jspecify.annotations.NullMarked;
