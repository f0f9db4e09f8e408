/** The REST side of recall reports: nothing here records anything, the POST included. */
@NullMarked
package vn.nguongoc.recallreport.web;

import org.jspecify.annotations.NullMarked;
