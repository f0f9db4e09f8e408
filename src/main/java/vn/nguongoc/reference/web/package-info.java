/** The document for programs and the page for people. */
@NullMarked
package vn.nguongoc.reference.web;

import org.jspecify.annotations.NullMarked;
