/** The composition root of nguongoc: one package beneath it for each room, named after what it holds. */
@NullMarked
package vn.nguongoc;

import org.jspecify.annotations.NullMarked;
