package vn.nguongoc.label;

import vn.nguongoc.shared.Refused;

/** Where the keys of serials are kept. */
public interface Keyring {

    /** All that there are. */
    SerialKeys keys();

    /**
     * The key for new runs. Where keys are kept for the first time, it is made.
     *
     * @throws Refused if there is none and none can be made
     */
    SerialKey current();
}
