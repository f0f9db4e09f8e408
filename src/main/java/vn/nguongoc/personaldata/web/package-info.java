/** The REST side of this room. */
@NullMarked
package vn.nguongoc.personaldata.web;

import org.jspecify.annotations.NullMarked;
