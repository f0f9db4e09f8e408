package vn.nguongoc.label;

/**
 * Which unit a serial belongs to.
 *
 * @param key the id of the key that made the serial
 * @param run the run of labels, 0 to 2^36 - 1
 * @param number the unit's place in the run, from 0
 */
public record SerialUnit(String key, long run, int number) {}
