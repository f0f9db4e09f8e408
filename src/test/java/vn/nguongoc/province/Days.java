package vn.nguongoc.province;

/** On which day of a season what happens, when the fields are done. */
final class Days {
    static final int HARVESTED = 106;
    static final int DRIED = 107;
    static final int SHIPPED = 108;
    static final int AT_THE_PROCESSOR = 109;
    static final int PROCESSED = 110;
    static final int PACKED = 111;
    static final int AT_THE_TRADER = 113;
    static final int SOLD = 115;
    static final int RECALLED = 118;

    private Days() {}
}
