/** The REST side of this room: reads requests, sends one command, answers with its receipt. */
@NullMarked
package vn.nguongoc.farmer.web;

import org.jspecify.annotations.NullMarked;
