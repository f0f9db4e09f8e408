package vn.nguongoc.labelling.event;

/** What the labels of a run are for. */
public enum LabelKind {
    /** Each for one unit, with a serial of its own. */
    UNITS,
    /** All alike, with the number of the lot. */
    LOT
}
