package vn.nguongoc.scan;

/**
 * A device as far as it can be told from others on one day, and no longer.
 *
 * @param epoch names the key; codes of two epochs cannot be compared
 * @param code keyed hash of its network (the /24, or with IPv6 the /48), browser and languages
 */
record Device(String epoch, String code) {}
