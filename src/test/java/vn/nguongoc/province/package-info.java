/**
 * Makes a province to measure and to test with: ten years of a thousand plots, by the commands that the service takes.
 * It never writes past them, and holds no rule of its own.
 */
@NullMarked
package vn.nguongoc.province;

import org.jspecify.annotations.NullMarked;
