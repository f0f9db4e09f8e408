package vn.nguongoc.evidence;

/**
 * A file that is kept.
 *
 * @param type media type, as it is served
 * @param size of what is stored, in bytes
 */
public record StoredFile(FileId id, String type, int size) {}
