package vn.nguongoc.label;

/**
 * What is its own on one label.
 *
 * @param address what the symbol carries
 * @param fallback what people type who cannot scan, as {@link Serial#grouped()} writes it
 */
public record Label(String address, String fallback) {

    /** @throws IllegalArgumentException if the code cannot be typed on every keyboard */
    public Label {
        if (!fallback.matches("[!-~]+")) {
            throw new IllegalArgumentException(fallback + " is more than ASCII letters, digits and signs");
        }
    }
}
