package vn.nguongoc.catalogue;

/** The catalogue cannot be used: which file, which line, why. The service does not start with it. */
public final class CatalogueFault extends RuntimeException {

    /** @param file {@code catalogue/<name>} for what ships, otherwise its path */
    CatalogueFault(String file, int line, String reason) {
        super(file + ", line " + line + ": " + reason);
    }

    /** Of a file or folder as a whole. */
    CatalogueFault(String file, String reason) {
        super(file + ": " + reason);
    }
}
