package vn.nguongoc.label;

import java.io.IOException;

/** Writes pages of labels in one format, holding no more than a page in memory. */
interface LabelWriter {

    /** The labels after this are on a new page. */
    void newPage() throws IOException;

    /**
     * One label, its upper left corner so many dots from that of the page.
     *
     * @throws IOException if it cannot be written
     */
    void label(int left, int top, SymbolsAhead.Encoded encoded) throws IOException;

    /** Nothing comes after this. What was not ended is no whole file. */
    void end() throws IOException;
}
