package vn.nguongoc.farmer;

/**
 * The words that somebody agreed to.
 *
 * @param version counts up whenever they change; old ones stay in the message files
 * @param language code of the language
 * @param digest SHA-256 in hex of the words in UTF-8
 */
public record ConsentText(int version, String language, String digest) {}
