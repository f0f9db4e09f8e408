package vn.nguongoc.label;

/** What a run of labels is written as. */
public enum LabelFormat {
    PDF,
    /** Zebra's language, with the whole label as one {@code ^GFA} picture. */
    ZPL,
    /** TSC's language, with the whole label as one {@code BITMAP}. */
    TSPL
}
