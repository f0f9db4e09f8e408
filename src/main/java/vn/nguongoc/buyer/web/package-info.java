/** The public side: the start page, a lot's page at its address, its QR code. */
@NullMarked
package vn.nguongoc.buyer.web;

import org.jspecify.annotations.NullMarked;
