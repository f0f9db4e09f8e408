/** The REST side of the read models: everything here is a GET. */
@NullMarked
package vn.nguongoc.history.web;

import org.jspecify.annotations.NullMarked;
