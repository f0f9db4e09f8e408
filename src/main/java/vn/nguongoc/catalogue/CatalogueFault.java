package vn.nguongoc.catalogue;

/** The catalogue cannot be used: which file, which line, why. The service does not start with it. */
public final class CatalogueFault extends RuntimeException {
    CatalogueFault(String file, int line, String reason) {
        super("catalogue/" + file + ", line " + line + ": " + reason);
    }
}
