package vn.nguongoc.farmer.event;

/**
 * Binds the record to a value without telling it.
 *
 * @param digest HMAC-SHA-256 in hex; its key is 32 random bytes, its message the field's code in ASCII, one zero byte,
 *     and the value in UTF-8 (NFC). No code holds a zero byte, so no two pairs of field and value give the same message
 */
public record Commitment(Field field, String digest) {}
