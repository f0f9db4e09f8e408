/** The cooperative's view of its scans, and where a buyer may say about where they are. */
@NullMarked
package vn.nguongoc.scan.web;

import org.jspecify.annotations.NullMarked;
