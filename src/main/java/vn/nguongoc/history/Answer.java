package vn.nguongoc.history;

/**
 * An answer as it goes to whoever asked; its bytes are not to be changed.
 *
 * @param body JSON in UTF-8
 * @param position of the last event that any part of it has seen
 */
public record Answer(byte[] body, long position) {}
